import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { CONFIG, type Config } from '../../config/config.js';
import { fingerprint, Keys, randomToken, sameText } from '../../config/keys.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { BounceSettings, SetBounceMailbox, StoredMailbox } from './bounce-settings.dto.js';

export const MAILBOX_BOUND = 'bounce_intake.mailbox';

interface Row {
  secretHash: string | null;
  secretMadeAt: Date | null;
  mailbox: StoredMailbox | null;
  hasPassword: boolean;
  lookedAt: Date | null;
  lastFound: number;
  lastError: string | null;
}

const ROW = `
  SELECT secret_hash AS "secretHash", secret_made_at AS "secretMadeAt", mailbox, mailbox_secret IS NOT NULL AS "hasPassword", looked_at AS "lookedAt",
         last_found AS "lastFound", last_error AS "lastError" FROM bounce_intake WHERE id = 1`;

/** Another mailbox is read from its beginning. */
const SET_MAILBOX = `
  UPDATE bounce_intake SET mailbox = $1::jsonb, mailbox_secret = CASE WHEN $2::bytea IS NOT NULL THEN $2 WHEN $3 THEN mailbox_secret END,
         uid_validity = NULL, last_uid = 0, looked_at = NULL, last_error = NULL, last_found = 0, lease_until = NULL, lease_token = NULL WHERE id = 1`;

/** How we learn that messages came back: the secret of a provider, and a mailbox. */
@Injectable()
export class BounceIntakeService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async view(): Promise<BounceSettings> {
    const { secretMadeAt, mailbox, hasPassword, lookedAt, lastFound, lastError } = await this.row(this.db);
    return {
      postUrl: `${this.config.adminOrigin}/api/v1/mail-events`,
      secretMadeAt,
      mailbox: mailbox && { ...mailbox, passwordIsSet: hasPassword },
      look: lookedAt && { at: lookedAt, found: lastFound, error: lastError },
    };
  }

  /** Throws access.denied unless the header carries the secret. 256 random bits: there is nothing to guess. */
  async prove(authorization: string | undefined): Promise<void> {
    const { secretHash } = await this.row(this.db);
    const secret = /^Bearer (\S{20,200})$/.exec(authorization ?? '')?.[1];
    if (!secret || !secretHash || !sameText(fingerprint(secret), secretHash)) throw new AppError('access.denied');
  }

  async makeSecret(staff: StaffActor): Promise<{ secret: string }> {
    const secret = `lkm_${randomToken()}`;
    await this.setSecret(fingerprint(secret), staff);
    return { secret };
  }

  async removeSecret(staff: StaffActor): Promise<BounceSettings> {
    await this.setSecret(null, staff);
    return this.view();
  }

  /** null: none is read any more. A password belongs to its server: another host forgets it. */
  async setMailbox(set: SetBounceMailbox | null, staff: StaffActor): Promise<BounceSettings> {
    const { password, ...mailbox } = set ?? {};
    await transaction(this.db, async (tx) => {
      const before = await this.row(tx);
      const keeps = set !== null && before.mailbox?.host === set.host;
      const sealed = password ? this.keys.seal(password, MAILBOX_BOUND) : null;
      await rows(tx, SET_MAILBOX, [set && JSON.stringify(mailbox), sealed, keeps]);
      await this.audit.record(tx, staff, `bounce_mailbox.${set ? 'set' : 'removed'}`, set ? { name: set.host } : {});
    });
    return this.view();
  }

  private setSecret(hash: string | null, staff: StaffActor): Promise<void> {
    return transaction(this.db, async (tx) => {
      await rows(
        tx,
        `UPDATE bounce_intake SET secret_hash = $1, secret_made_at = CASE WHEN $1::text IS NOT NULL THEN now() END WHERE id = 1`,
        [hash],
      );
      await this.audit.record(tx, staff, `mail_events.secret_${hash ? 'made' : 'removed'}`);
    });
  }

  private async row(db: Db): Promise<Row> {
    const row = await first<Row>(db, ROW);
    if (!row) throw new Error('The row of the bounce intake is missing: the migrations did not run');
    return row;
  }
}
