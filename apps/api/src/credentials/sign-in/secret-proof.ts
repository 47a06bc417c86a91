import { Injectable } from '@nestjs/common';
import { type Db, rows, together } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { NoticesService } from '../notices/notices.service.js';
import { PasswordStore } from '../passwords/password-store.js';
import { isPin } from '../pins/pin-rules.js';
import { hasEnded } from '../pins/rotation/rotation-sql.js';
import { PinStore } from '../pins/pin-store.js';
import { PendingResets } from '../resets/pending-resets.js';
import type { Candidate } from './candidates.js';
import type { Try } from './tries.service.js';

export type WonTry = Try & { candidate: Candidate };

export interface Proof {
  won: WonTry;
  pin: Candidate['pins'][number] | null;
  /** To be stored in place of the old hash: the cost changed. */
  rehash: { old: string; new: string } | null;
  mustChange: boolean;
  /** By the temporary password of a reset, which lets in once and for minutes, to choose another (D3). */
  isTemporary: boolean;
}

const isOpen = (one: Try): one is WonTry => one.candidate !== undefined && one.spent.allowed;
const isUsable = (one: Try): one is WonTry => isOpen(one) && one.candidate.isUsable;

/** A first sign-in changes what is said of the contacts: they are locked before the login, as staff do (PasswordStore.lock). */
const NEWCOMERS_CONTACTS = `
  SELECT 1 FROM contacts WHERE identity_id = $1 AND EXISTS (SELECT 1 FROM identities i WHERE i.id = $1 AND i.last_sign_in_at IS NULL)
   ORDER BY id FOR NO KEY UPDATE`;

/** Compares a secret with those of the people it may belong to; only tries that were let through are looked at. */
@Injectable()
export class SecretProof {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly passwordStore: PasswordStore,
    private readonly pins: PinStore,
    private readonly resets: PendingResets,
    private readonly notices: NoticesService,
  ) {}

  find(secret: string, kind: 'password' | 'pin', tries: readonly Try[]): Promise<Proof | undefined> {
    return kind === 'password' ? this.byPassword(secret, tries) : Promise.resolve(this.byPin(secret, tries));
  }

  /** Marks the secret as used. A new PIN in use ends what the old one opened. Throws sign_in.failed for a secret that was replaced meanwhile. */
  async use(tx: Db, proof: Proof): Promise<void> {
    const { identityId } = proof.won.candidate;
    await this.assertStill(tx, identityId, proof.pin?.id ?? proof.won.candidate.password?.id);
    if (proof.rehash) await this.passwordStore.rehash(tx, identityId, proof.rehash);
    if (!proof.pin) return this.settleReset(tx, proof);
    const isSettled = proof.pin.state === 'active' && !proof.pin.isUnused && proof.won.candidate.pins.length === 1;
    if (isSettled || !(await this.pins.use(tx, proof.pin))) return;
    await rows(tx, `DELETE FROM sessions WHERE identity_id = $1`, [identityId]);
    await rows(tx, `DELETE FROM known_devices WHERE identity_id = $1`, [identityId]);
    await this.notices.send(tx, identityId, 'pin_changed');
  }

  /** Between the look at the secret and this moment may lie seconds of queueing: what was changed since opens nothing (REC-8). */
  private async assertStill(tx: Db, identityId: string, credentialId: string | undefined): Promise<void> {
    const [, still] = await together(
      rows(tx, NEWCOMERS_CONTACTS, [identityId]),
      rows(
        tx,
        `SELECT 1 FROM identities i JOIN credentials s ON s.identity_id = i.id WHERE i.id = $1 AND s.id = $2 AND NOT ${hasEnded('s')} FOR UPDATE OF i, s`,
        [identityId, credentialId ?? null],
      ),
    );
    if (still.length === 0) throw new AppError('sign_in.failed', { waitSeconds: 0 });
  }

  private async byPassword(secret: string, tries: readonly Try[]): Promise<Proof | undefined> {
    const [one] = tries;
    if (!one?.spent.allowed) return undefined;
    // Without a person or a password the same work is done for nothing: time tells nobody who exists (AUT-4).
    const { password = null, reset = null } = one.candidate ?? {};
    const isTemporary = this.resets.matches(secret, reset);
    const verdict = await this.passwords.verify(secret, password?.hash);
    if (!password || !isUsable(one)) return undefined;
    if (isTemporary) return { won: one, pin: null, rehash: null, mustChange: true, isTemporary };
    if (!verdict.matches) return undefined;
    const rehash = verdict.needsRehash ? { old: password.hash, new: await this.passwords.hash(secret) } : null;
    return { won: one, pin: null, rehash, mustChange: password.mustChange, isTemporary };
  }

  /** The temporary password is used up; the old one ends what was asked for: the person remembered (D3). */
  private async settleReset(tx: Db, { won, isTemporary }: Proof): Promise<void> {
    const { reset } = won.candidate;
    if (!reset) return;
    if (!isTemporary) return this.resets.forget(tx, reset.id);
    if (!(await this.resets.use(tx, reset.id))) throw new AppError('sign_in.failed', { waitSeconds: 0 });
  }

  private byPin(secret: string, tries: readonly Try[]): Proof | undefined {
    if (!isPin(secret)) return undefined;
    const hits = tries
      .filter(isOpen)
      .flatMap((won) =>
        won.candidate.pins.filter((pin) => this.pins.matches(pin, secret)).map((pin) => ({ won, pin })),
      );
    const [hit] = hits;
    // Two people with one PIN on one phone cannot be told apart: neither is let in.
    const isAmbiguous = new Set(hits.map(({ won }) => won.candidate.identityId)).size > 1;
    if (!hit || isAmbiguous || !hit.won.candidate.isUsable) return undefined;
    return { ...hit, rehash: null, mustChange: false, isTemporary: false };
  }
}
