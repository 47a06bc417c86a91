import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { given } from '../audit/row-changes.js';
import { CONFIG, type Config } from '../config/config.js';
import { Keys } from '../config/keys.js';
import { type Db, first } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { forgetsSecret } from './sms-settings.dto.js';
import { type ChangeSettings, DEFAULT_SETTINGS, type Settings, type SettingsDto } from './settings.dto.js';

interface Row {
  data: Partial<Record<keyof Settings, Record<string, unknown>>>;
  smtpSecret: Buffer | null;
  smsSecret: Buffer | null;
  hasLogo: boolean;
  version: number;
}

const SECRET_BOUND = 'settings.smtp';
const SMS_SECRET_BOUND = 'settings.sms';

/** Changes that pass through a schema may lack keys, never hold other ones: merging part by part is safe. */
function merged(data: Row['data']): Settings {
  const parts = Object.entries(DEFAULT_SETTINGS).map(([name, defaults]) => [
    name,
    { ...defaults, ...data[name as keyof Settings] },
  ]);
  return Object.fromEntries(parts) as Settings;
}

@Injectable()
export class SettingsService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The settings as they are now: read on every use, so that a change applies at once, in every process. */
  async read(db: Db = this.db): Promise<Settings> {
    return merged((await this.row(db)).data);
  }

  async view(): Promise<SettingsDto> {
    const row = await this.row(this.db);
    const settings = merged(row.data);
    return {
      ...settings,
      mail: { ...settings.mail, passwordIsSet: row.smtpSecret !== null },
      sms: { ...settings.sms, secretIsSet: row.smsSecret !== null },
      hasLogo: row.hasLogo,
      effectivePortalOrigin: settings.portal.origin || this.config.portalOrigin,
      version: row.version,
    };
  }

  /** Origin of every link in a message: from configuration and settings only, never from a request (D11). */
  async portalOrigin(db: Db = this.db): Promise<string> {
    return (await this.read(db)).portal.origin || this.config.portalOrigin;
  }

  async smtpPassword(): Promise<string | undefined> {
    const { smtpSecret } = await this.row(this.db);
    return smtpSecret ? this.keys.open(smtpSecret, SECRET_BOUND) : undefined;
  }

  async smsSecret(): Promise<string | undefined> {
    const { smsSecret } = await this.row(this.db);
    return smsSecret ? this.keys.open(smsSecret, SMS_SECRET_BOUND) : undefined;
  }

  async change(change: ChangeSettings, version: number, staff: StaffActor): Promise<SettingsDto> {
    this.assertHttps(change);
    await this.db.transaction(async (tx) => {
      const row = await this.row(tx);
      const data = { ...row.data };
      const { password, ...mail } = change.mail ?? {};
      const { secret, ...sms } = change.sms ?? {};
      const parts = { ...change, ...(change.mail ? { mail } : {}), ...(change.sms ? { sms } : {}) };
      for (const [name, value] of Object.entries(parts))
        data[name as keyof Settings] = { ...data[name as keyof Settings], ...value };
      const before = merged(row.data);
      // A password belongs to its server: who may name another server must not be sent it there.
      const isForgotten = mail.host !== undefined && mail.host !== before.mail.host;
      const smtp = this.sealed(password, SECRET_BOUND, isForgotten);
      const smsSecret = this.sealed(secret, SMS_SECRET_BOUND, forgetsSecret(before.sms, given(sms)));
      const changed = await first(
        tx,
        `UPDATE settings SET data = $1, smtp_secret = CASE WHEN $2 THEN $3 ELSE smtp_secret END,
                sms_secret = CASE WHEN $5 THEN $6 ELSE sms_secret END, version = version + 1 WHERE id = 1 AND version = $4 RETURNING id`,
        [JSON.stringify(data), smtp.changes, smtp.value, version, smsSecret.changes, smsSecret.value],
      );
      if (!changed) throw new AppError('row.changed');
      await this.audit.record(tx, staff, 'settings.changed', { parts: Object.keys(change) });
    });
    return this.view();
  }

  /** Absent keeps the stored secret, null and "" clear it. */
  private sealed(secret: string | null | undefined, bound: string, isForgotten: boolean) {
    return { changes: secret !== undefined || isForgotten, value: secret ? this.keys.seal(secret, bound) : null };
  }

  private assertHttps({ portal, sms }: ChangeSettings): void {
    const pointers = [
      ...(portal?.origin?.startsWith('http:') && this.config.mode === 'production' ? ['/portal/origin'] : []),
      ...(/^http:/i.test(sms?.httpUrl ?? '') && !this.config.outgoingPrivate ? ['/sms/httpUrl'] : []),
    ];
    if (pointers.length === 0) return;
    const errors = pointers.map((pointer) => ({ pointer, code: 'https', detail: 'Must be an https address' }));
    throw new AppError('request.invalid_body', { errors });
  }

  private async row(db: Db): Promise<Row> {
    const row = await first<Row>(
      db,
      `SELECT data, smtp_secret AS "smtpSecret", sms_secret AS "smsSecret", logo IS NOT NULL AS "hasLogo", version FROM settings WHERE id = $1`,
      [1],
    );
    if (!row) throw new Error('The settings row is missing: the migrations did not run');
    return row;
  }
}
