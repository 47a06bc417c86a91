import { Injectable } from '@nestjs/common';
import { type GrowingRule, pinRule } from '../../budgets/budget-rules.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { Keys, sameText } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { AccessGiven } from '../access-requests/access-given.js';
import { AccessState } from '../identities/access-state.js';
import { generatePin } from './pin-rules.js';
import { hasEnded, hasTakenOver } from './rotation/rotation-sql.js';

export interface StoredPin {
  id: string;
  identityId: string;
  state: 'active' | 'pending';
  hash: string;
}

export interface NewPin {
  credentialId: string;
  pin: string;
  state: 'active' | 'pending';
  readableUntil: Date | null;
}

/** A run that gives new PINs to many. */
export interface Rotation {
  runId: string;
  /** When the PIN of before ends, if the message arrives. */
  endsAt: Date;
  notificationId: string;
}

interface Sealed {
  id: string;
  state: 'active' | 'pending';
  sealed: Buffer;
  readableUntil: Date;
}

/** Logins that may share one phone and each have a PIN; a sign-in looks at no more (D8). */
export const SHARED_PHONE_LIMIT = 5;

const bound = (identityId: string): string => `pin:${identityId}`;

@Injectable()
export class PinStore {
  constructor(
    private readonly keys: Keys,
    private readonly settings: SettingsService,
    private readonly budgets: BudgetsService,
    private readonly access: AccessState,
    private readonly given: AccessGiven,
  ) {}

  /** Under a key that is not in the database, salted by the identity: six digits are too few for any slow hash (D1). */
  hash(identityId: string, pin: string): string {
    return this.keys.mac('pin', identityId, pin);
  }

  matches(stored: StoredPin, pin: string): boolean {
    return sameText(stored.hash, this.hash(stored.identityId, pin));
  }

  /** A new PIN: active when there is none, else pending beside the one in use (INV-3). The caller holds the identity's row lock. */
  async issue(tx: Db, identityId: string, staff: StaffActor): Promise<NewPin> {
    const issued = await this.put(tx, identityId, { staff, rotation: null });
    // A new PIN is one of the two ways out of a lock (D6).
    await this.budgets.clear(tx, [this.budgets.key({ kind: 'pin', subject: identityId })]);
    await this.given.close(tx, { identityId }, 'access_given');
    return issued;
  }

  /** The new PIN of a run, or the one it gave before, as long as that can be read: it is sent once more. Opens no lock: nobody asked for it. */
  async rotate(tx: Db, identityId: string, { staff, rotation }: { staff: StaffActor; rotation: Rotation }) {
    await this.settle(tx, identityId);
    const again = await first<Sealed>(
      tx,
      `UPDATE credentials SET notification_id = $3
        WHERE identity_id = $1 AND kind = 'pin' AND rotation_id = $2 AND first_used_at IS NULL AND sealed IS NOT NULL AND readable_until > now()
        RETURNING id, state, sealed, readable_until AS "readableUntil"`,
      [identityId, rotation.runId, rotation.notificationId],
    );
    if (!again) return this.put(tx, identityId, { staff, rotation });
    return { credentialId: again.id, state: again.state, readableUntil: again.readableUntil };
  }

  /** A PIN of a run that has taken over becomes the one in use; the older one goes for good. */
  private async settle(tx: Db, identityId: string): Promise<void> {
    await rows(tx, `SELECT 1 FROM identities WHERE id = $1 FOR UPDATE`, [identityId]);
    await rows(tx, `DELETE FROM credentials s WHERE s.identity_id = $1 AND ${hasEnded('s')}`, [identityId]);
    await rows(
      tx,
      `UPDATE credentials p SET state = 'active', takes_over_at = NULL WHERE p.identity_id = $1 AND p.kind = 'pin' AND ${hasTakenOver('p')}`,
      [identityId],
    );
  }

  private async put(
    tx: Db,
    identityId: string,
    { staff, rotation }: { staff: StaffActor; rotation: Rotation | null },
  ): Promise<NewPin> {
    await this.settle(tx, identityId);
    const { pins } = await this.settings.read(tx);
    const { pin, neighbours } = await this.unlike(tx, identityId, pins.length);
    const isFirst = !neighbours.some((stored) => stored.identityId === identityId && stored.state === 'active');
    const state = isFirst ? 'active' : 'pending';
    await rows(tx, `DELETE FROM credentials WHERE identity_id = $1 AND kind = 'pin' AND state = 'pending'`, [
      identityId,
    ]);
    const row = await first<{ id: string; readableUntil: Date | null }>(
      tx,
      `INSERT INTO credentials (id, identity_id, kind, state, hash, length, sealed, readable_until, set_by, set_by_id, set_by_name, rotation_id, takes_over_at, notification_id)
       VALUES ($1, $2, 'pin', $3, $4, $5, CASE WHEN $7::int > 0 THEN $6::bytea END, CASE WHEN $7::int > 0 THEN now() + make_interval(days => $7::int) END, 'staff', $8, $9,
               $10, $11, $12)
       RETURNING id, readable_until AS "readableUntil"`,
      [
        newId(),
        identityId,
        state,
        this.hash(identityId, pin),
        pin.length,
        this.keys.seal(pin, bound(identityId)),
        pins.readableDays,
        staff.staffId,
        staff.name,
        rotation?.runId ?? null,
        state === 'pending' ? (rotation?.endsAt ?? null) : null,
        rotation?.notificationId ?? null,
      ],
    );
    if (!row) throw new Error('The PIN was not stored');
    await this.access.refreshPerson(tx, identityId);
    return { credentialId: row.id, pin, state, readableUntil: row.readableUntil };
  }

  /** The first PIN of somebody who was invited and has a phone number only: in use at once, and no copy of it can be read by anybody. */
  async issueOwn(tx: Db, identityId: string, name: string | null): Promise<string> {
    const { pins } = await this.settings.read(tx);
    const { pin } = await this.unlike(tx, identityId, pins.length);
    await rows(
      tx,
      `INSERT INTO credentials (id, identity_id, kind, state, hash, length, set_by, set_by_id, set_by_name, first_used_at)
       VALUES ($1, $2, 'pin', 'active', $3, $4, 'contact', $2, $5, now())`,
      [newId(), identityId, this.hash(identityId, pin), pin.length, name],
    );
    return pin;
  }

  /** One that nobody on the same phones has. */
  private async unlike(tx: Db, identityId: string, length: number): Promise<{ pin: string; neighbours: StoredPin[] }> {
    const neighbours = await this.neighbours(tx, identityId);
    const isTaken = (candidate: string): boolean => neighbours.some((stored) => this.matches(stored, candidate));
    return { pin: generatePin(length, isTaken), neighbours };
  }

  /** The PIN in force, and the rule its tries are counted by. */
  async active(db: Db, identityId: string): Promise<{ pin: StoredPin; rule: GrowingRule } | undefined> {
    const row = await first<StoredPin & { length: number }>(
      db,
      `SELECT id, identity_id AS "identityId", state, hash, length FROM credentials s
        WHERE identity_id = $1 AND kind = 'pin' AND (state = 'active' OR (${hasTakenOver('s')})) ORDER BY state = 'pending' DESC LIMIT 1`,
      [identityId],
    );
    if (!row) return undefined;
    const { length, ...pin } = row;
    const { pins } = await this.settings.read(db);
    return { pin, rule: pinRule(Math.min(pins.length, length)) };
  }

  /** The PIN staff may still read: the pending one before the active one. */
  async readable(tx: Db, identityId: string): Promise<(NewPin & { readableUntil: Date }) | undefined> {
    const row = await first<Sealed>(
      tx,
      `SELECT id, state, sealed, readable_until AS "readableUntil" FROM credentials
        WHERE identity_id = $1 AND kind = 'pin' AND sealed IS NOT NULL AND first_used_at IS NULL AND readable_until > now()
        ORDER BY state = 'pending' DESC LIMIT 1`,
      [identityId],
    );
    return (
      row && {
        credentialId: row.id,
        pin: this.keys.open(row.sealed, bound(identityId)),
        state: row.state,
        readableUntil: row.readableUntil,
      }
    );
  }

  /** The PIN with this id, when nobody has used it and it can be read; else why not. */
  async unused(db: Db, credentialId: string): Promise<{ pin: string } | { gone: 'used' | 'replaced' | 'expired' }> {
    const row = await first<{ identityId: string; sealed: Buffer | null; isUsed: boolean; isReadable: boolean }>(
      db,
      `SELECT identity_id AS "identityId", sealed, first_used_at IS NOT NULL AS "isUsed", coalesce(readable_until > now(), false) AS "isReadable"
         FROM credentials WHERE id = $1 AND kind = 'pin'`,
      [credentialId],
    );
    if (!row) return { gone: 'replaced' };
    if (row.isUsed) return { gone: 'used' };
    return row.sealed && row.isReadable
      ? { pin: this.keys.open(row.sealed, bound(row.identityId)) }
      : { gone: 'expired' };
  }

  /** Marks the first use: the sealed copy goes; a pending PIN takes the place of the old, the old one in use drops a pending one (D3), unless a run gave it. True when the PIN changed. */
  async use(tx: Db, pin: StoredPin): Promise<boolean> {
    const other = pin.state === 'pending' ? 'active' : 'pending';
    await rows(tx, `SELECT 1 FROM identities WHERE id = $1 FOR UPDATE`, [pin.identityId]);
    const still = await rows(tx, `SELECT 1 FROM credentials s WHERE s.id = $1 AND NOT ${hasEnded('s')}`, [pin.id]);
    if (still.length === 0) throw new AppError('sign_in.failed', { waitSeconds: 0 });
    const dropped = await rows(
      tx,
      `DELETE FROM credentials WHERE identity_id = $1 AND kind = 'pin' AND state = $2 AND id <> $3 AND (state = 'active' OR rotation_id IS NULL) RETURNING id`,
      [pin.identityId, other, pin.id],
    );
    await rows(
      tx,
      `UPDATE credentials SET state = 'active', first_used_at = coalesce(first_used_at, now()), sealed = NULL, readable_until = NULL, takes_over_at = NULL
        WHERE id = $1 AND (state = 'pending' OR first_used_at IS NULL OR sealed IS NOT NULL)`,
      [pin.id],
    );
    return pin.state === 'pending' && dropped.length > 0;
  }

  async ofContact(db: Db, contactId: string): Promise<{ customerId: string; identityId: string | null }> {
    const contact = await first<{ customerId: string; identityId: string | null }>(
      db,
      `SELECT customer_id AS "customerId", identity_id AS "identityId" FROM contacts WHERE id = $1`,
      [contactId],
    );
    if (!contact) throw new AppError('row.not_found');
    return contact;
  }

  /** PINs of everybody on the same phones, this login's own included; their phones are locked, so that two of them cannot get one PIN at once. */
  private async neighbours(tx: Db, identityId: string): Promise<StoredPin[]> {
    await rows(
      tx,
      `SELECT 1 FROM identity_phones WHERE e164 IN (SELECT e164 FROM identity_phones WHERE identity_id = $1) ORDER BY e164, identity_id FOR UPDATE`,
      [identityId],
    );
    const found = await rows<StoredPin & { e164: string }>(
      tx,
      `SELECT DISTINCT s.id, s.identity_id AS "identityId", s.state, s.hash, p.e164
         FROM identity_phones own JOIN identity_phones p ON p.e164 = own.e164
         JOIN credentials s ON s.identity_id = p.identity_id AND s.kind = 'pin'
        WHERE own.identity_id = $1`,
      [identityId],
    );
    const others = new Map<string, Set<string>>();
    for (const { e164, identityId: owner } of found)
      if (owner !== identityId) others.set(e164, (others.get(e164) ?? new Set()).add(owner));
    if ([...others.values()].some((owners) => owners.size >= SHARED_PHONE_LIMIT))
      throw new AppError('phone.too_many_logins');
    return found;
  }
}
