import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { given } from '../audit/row-changes.js';
import { CONFIG, type Config } from '../config/config.js';
import { Keys } from '../config/keys.js';
import { type Db, first } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { SameSite } from '../http/same-site.js';
import type { PortalAddressChoice } from './portal-addresses.dto.js';
import { ownPortalOrigin } from './portal-origin-sql.js';
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

const originsOf = ({ origin, addresses }: Settings['portal']): string[] => [
  ...(origin ? [origin] : []),
  ...addresses.map((one) => one.origin),
];

const openPortals = ({ origin, addresses }: NonNullable<ChangeSettings['portal']> = {}): string[] => [
  ...(origin?.startsWith('http:') ? ['/portal/origin'] : []),
  ...(addresses?.some((one) => one.origin.startsWith('http:')) ? ['/portal/addresses'] : []),
];

/** Links of messages on their way, and of labels on machines, lead to it. Throws portal_address.in_use. */
async function assertUnused(tx: Db, before: readonly { id: string }[], after: readonly { id: string }[]) {
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id)).map(({ id }) => id);
  const user = await first(tx, `SELECT 1 FROM customers WHERE portal_address_id = ANY ($1::uuid[]) LIMIT 1`, [gone]);
  if (user) throw new AppError('portal_address.in_use');
}

@Injectable()
export class SettingsService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly audit: AuditService,
    private readonly sites: SameSite,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** An address that is saved here is answered for, in every process, without a restart. */
  onModuleInit(): void {
    this.sites.alsoKnow(async () => originsOf((await this.read()).portal).map((origin) => new URL(origin).host));
  }

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

  /**
   * Origin of every link to the portal: from configuration and settings only, never from a request (D11). That of the customer's
   * region or brand where it has one (S4.2), else the usual one.
   */
  async portalOrigin(db: Db = this.db, customerId: string | null = null): Promise<string> {
    const own =
      customerId === null
        ? undefined
        : await first<{ origin: string | null }>(
            db,
            `SELECT ${ownPortalOrigin('u')} AS origin FROM customers u WHERE u.id = $1`,
            [customerId],
          );
    return own?.origin ?? ((await this.read(db)).portal.origin || this.config.portalOrigin);
  }

  async portalAddresses(): Promise<PortalAddressChoice> {
    const { portal } = await this.read();
    return { usual: portal.origin || this.config.portalOrigin, items: portal.addresses };
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
      if (change.portal?.addresses) await assertUnused(tx, before.portal.addresses, change.portal.addresses);
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
      ...(this.config.mode === 'production' ? openPortals(portal) : []),
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
