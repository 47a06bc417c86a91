import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Keys } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { MailProfileList, SetMailProfile, StoredMail } from './mail-profiles.dto.js';

interface Row {
  id: string;
  name: string;
  groups: string[];
  mail: StoredMail;
  secret: Buffer | null;
  version: number;
}

/** With its password, for the worker. */
export interface OpenProfile extends Omit<Row, 'secret'> {
  password: string | undefined;
}

const MOST = 10;
const COLUMNS = `id, name, groups, mail, secret, version`;
const boundTo = (id: string): string => `mail_profiles.${id}`;

/** Further senders; the first and usual one stands in the settings. */
@Injectable()
export class MailProfilesService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly audit: AuditService,
    private readonly settings: SettingsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(): Promise<MailProfileList> {
    const [found, { mail: usual }] = await Promise.all([this.rows(this.db), this.settings.read()]);
    return {
      hasUsual: usual.host !== '' || this.config.smtpUrl !== undefined,
      items: found.map(({ id, name, groups, mail, secret }) => ({
        id,
        name,
        groups,
        ...mail,
        passwordIsSet: secret !== null,
      })),
    };
  }

  async open(): Promise<OpenProfile[]> {
    return (await this.rows(this.db)).map(({ secret, ...row }) => ({
      ...row,
      password: secret ? this.keys.open(secret, boundTo(row.id)) : undefined,
    }));
  }

  async hasAny(): Promise<boolean> {
    return (await first(this.db, `SELECT 1 FROM mail_profiles LIMIT 1`)) !== undefined;
  }

  add(body: SetMailProfile, staff: StaffActor): Promise<MailProfileList> {
    const { name, groups, password, ...mail } = body;
    const id = newId();
    return this.write(staff, { act: 'added', name }, async (tx) => {
      const added = await first(
        tx,
        `INSERT INTO mail_profiles (id, name, groups, mail, secret, place)
         SELECT $1, $2, $3, $4, $5, coalesce(max(place), 0) + 1 FROM mail_profiles HAVING count(*) < ${MOST} RETURNING id`,
        [id, name, groups, JSON.stringify(mail), this.sealed(id, password)],
      );
      if (!added) throw new AppError('row.conflict', { detail: `At most ${MOST} senders` });
    });
  }

  /** A password belongs to its server: another host forgets it. Throws row.not_found. */
  change(id: string, body: SetMailProfile, staff: StaffActor): Promise<MailProfileList> {
    const { name, groups, password, ...mail } = body;
    return this.write(staff, { act: 'changed', name }, async (tx) => {
      const changed = await first(
        tx,
        `UPDATE mail_profiles SET name = $2, groups = $3, mail = $4::jsonb, version = version + 1,
                secret = CASE WHEN $5 THEN $6::bytea WHEN mail ->> 'host' = $4::jsonb ->> 'host' THEN secret END WHERE id = $1 RETURNING id`,
        [id, name, groups, JSON.stringify(mail), password !== undefined, this.sealed(id, password)],
      );
      if (!changed) throw new AppError('row.not_found');
    });
  }

  remove(id: string, staff: StaffActor): Promise<MailProfileList> {
    return transaction(this.db, async (tx) => {
      const gone = await first<{ name: string }>(tx, `DELETE FROM mail_profiles WHERE id = $1 RETURNING name`, [id]);
      if (!gone) throw new AppError('row.not_found');
      await this.audit.record(tx, staff, 'mail_profile.removed', { name: gone.name });
    }).then(() => this.list());
  }

  order(ids: readonly string[], staff: StaffActor): Promise<MailProfileList> {
    return this.write(staff, { act: 'ordered' }, (tx) =>
      rows(
        tx,
        `UPDATE mail_profiles p SET place = o.place FROM (
           SELECT m.id, row_number() OVER (ORDER BY array_position($1::uuid[], m.id), m.place) AS place FROM mail_profiles m) o WHERE o.id = p.id`,
        [ids],
      ),
    );
  }

  private async write(
    staff: StaffActor,
    { act, name }: { act: 'added' | 'changed' | 'ordered'; name?: string },
    work: (tx: Db) => Promise<unknown>,
  ): Promise<MailProfileList> {
    await transaction(this.db, async (tx) => {
      await work(tx);
      await this.audit.record(tx, staff, `mail_profile.${act}`, name ? { name } : {});
    });
    return this.list();
  }

  private sealed(id: string, password: string | null | undefined): Buffer | null {
    return password ? this.keys.seal(password, boundTo(id)) : null;
  }

  private rows(db: Db): Promise<Row[]> {
    return rows<Row>(db, `SELECT ${COLUMNS} FROM mail_profiles ORDER BY place, id`);
  }
}
