import { Injectable } from '@nestjs/common';
import { Keys, sameText } from '../../config/keys.js';
import { type Db, first } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { generatePortalPin, type OwnTexts, portalPinWeakness } from './portal-pin-rules.js';
import type { PortalRow } from './portal-row.js';

const USUAL_LENGTH = 4;

const REASONS: Record<string, string> = {
  common: 'This PIN is one of the first that people try',
  repeated: 'This PIN repeats itself',
  run: 'The digits follow each other',
  few_digits: 'Too few different digits',
  year: 'This PIN looks like a year or a date of birth',
  own_number: 'This number is known from the deployment, such as from its address',
  same: 'This is the PIN in use',
};

const weak = (reason: string): AppError =>
  new AppError('pin.weak', {
    reason,
    errors: [{ pointer: '/pin', code: `pin.weak.${reason}`, detail: REASONS[reason] ?? 'This PIN cannot be used' }],
  });

const bound = (deploymentId: string, pinVersion: number): string => `deployment-pin:${deploymentId}:${pinVersion}`;

/** The PIN of a deployment: a shared access code, readable for staff who may, compared by its keyed hash (D4.8). */
@Injectable()
export class PortalPinStore {
  constructor(
    private readonly keys: Keys,
    private readonly settings: SettingsService,
  ) {}

  /** Under a key that is not in the database, salted by the deployment: four digits are too few for any slow hash. */
  hash(deploymentId: string, pin: string): string {
    return this.keys.mac('pin', 'deployment', deploymentId, pin);
  }

  open(row: PortalRow): string {
    if (!row.pinSealed) throw new AppError('portal.no_pin');
    return this.keys.open(row.pinSealed, bound(row.deploymentId, row.pinVersion));
  }

  /**
   * Puts a PIN in place of the one in use, which keeps working until `graceDays` are over. The caller holds the row's lock.
   * Throws pin.weak with the reason when a chosen one cannot be used. Answers the PIN.
   */
  async put(
    tx: Db,
    row: PortalRow,
    wanted: { pin?: string | undefined; length?: number | undefined; graceDays: number },
  ): Promise<{ pin: string; oldPinUntil: Date | null }> {
    const pin = await this.chosen(tx, row, wanted);
    const version = row.pinVersion + 1;
    const stored = await first<{ oldPinUntil: Date | null }>(
      tx,
      `UPDATE deployment_portals
          SET old_pin_hash = CASE WHEN $6::int > 0 THEN pin_hash END,
              old_pin_until = CASE WHEN $6::int > 0 AND pin_hash IS NOT NULL THEN now() + make_interval(days => $6::int) END,
              pin_hash = $2, pin_sealed = $3, pin_version = $4, pin_length = $5, pin_set_at = now(), told_tries = 0, version = version + 1
        WHERE deployment_id = $1 RETURNING old_pin_until AS "oldPinUntil"`,
      [
        row.deploymentId,
        this.hash(row.deploymentId, pin),
        this.keys.seal(pin, bound(row.deploymentId, version)),
        version,
        pin.length,
        wanted.graceDays,
      ],
    );
    if (!stored) throw new Error('The PIN was not stored');
    return { pin, oldPinUntil: stored.oldPinUntil };
  }

  private async chosen(
    tx: Db,
    row: PortalRow,
    wanted: { pin?: string | undefined; length?: number | undefined },
  ): Promise<string> {
    const own = await this.ownTexts(tx, row.deploymentId);
    const isInUse = (pin: string) => row.pinHash !== null && sameText(row.pinHash, this.hash(row.deploymentId, pin));
    if (wanted.pin === undefined)
      return generatePortalPin(wanted.length ?? row.pinLength ?? USUAL_LENGTH, own, isInUse);
    const weakness = portalPinWeakness(wanted.pin, own) ?? (isInUse(wanted.pin) ? 'same' : undefined);
    if (weakness) throw weak(weakness);
    return wanted.pin;
  }

  /** Everything with digits that somebody at the door may know (D4.2). */
  private async ownTexts(tx: Db, deploymentId: string): Promise<OwnTexts> {
    const { company } = await this.settings.read(tx);
    const place = await first<Record<string, string | null>>(
      tx,
      `SELECT d.name, d.street, d.postal_code, d.external_id, u.number, u.street AS customer_street, u.postal_code AS customer_postal_code
         FROM deployments d JOIN customers u ON u.id = d.customer_id WHERE d.id = $1`,
      [deploymentId],
    );
    return [...Object.values(place ?? {}), company.contact.phone];
  }
}
