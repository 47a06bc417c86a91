import type { MigrationInterface, QueryRunner } from 'typeorm';

const CAN = `'password', 'password_unused', 'pin', 'pin_unused', 'both', 'both_unused'`;
const CANNOT = `'customer_inactive', 'contact_inactive', 'not_portal_user', 'login_disabled', 'no_login_id', 'never_invited', 'invitation_used', 'invitation_expired', 'invitation_revoked', 'invitation_undelivered', 'password_without_email', 'pin_without_phone'`;
const READY = `'none', 'ready', 'no_password', 'no_address', 'email_differs', 'not_allowed'`;

const byPassword = `(has.password AND i.email IS NOT NULL)`;
const byPin = `(has.pin AND has.login_phone)`;

const FILL = `
  UPDATE contacts c SET way_in = f.way_in, reset_ready = f.reset_ready
    FROM (
      SELECT c.id, w.way_in,
             CASE WHEN w.way_in NOT IN (${CAN}) THEN 'none' WHEN NOT has.password THEN 'no_password'
                  WHEN c.email_key IS NULL OR i.email_key IS NULL THEN 'no_address' WHEN c.email_key <> i.email_key THEN 'email_differs'
                  WHEN NOT c.may_reset_password THEN 'not_allowed' ELSE 'ready' END AS reset_ready
        FROM contacts c JOIN customers u ON u.id = c.customer_id LEFT JOIN identities i ON i.id = c.identity_id
        LEFT JOIN LATERAL (
          SELECT i.last_sign_in_at IS NOT NULL AS signed_in,
                 EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'password' AND s.state = 'active') AS password,
                 EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'pin') AS pin,
                 EXISTS (SELECT 1 FROM identity_phones p WHERE p.identity_id = i.id) AS login_phone,
                 EXISTS (SELECT 1 FROM contact_phones p WHERE p.contact_id = c.id AND p.extension IS NULL) AS own_phone,
                 (SELECT CASE WHEN v.used_at IS NOT NULL THEN 'accepted' WHEN v.revoked_at IS NOT NULL OR v.credential_version <> i.credential_version THEN 'revoked'
                              WHEN n.state IN ('refused', 'failed', 'bounced') AND v.opened_at IS NULL THEN 'bounced' WHEN v.expires_at <= now() THEN 'expired' ELSE 'open' END
                    FROM invitations v LEFT JOIN notifications n ON n.id = v.id WHERE v.identity_id = i.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1) AS newest) has ON true
        CROSS JOIN LATERAL (SELECT
          CASE WHEN u.status <> 'active' THEN 'customer_inactive' WHEN c.status <> 'active' THEN 'contact_inactive'
               WHEN NOT c.is_portal_user THEN 'not_portal_user' WHEN i.status <> 'active' THEN 'login_disabled'
               WHEN c.email IS NULL AND NOT has.own_phone AND i.email IS NULL AND NOT has.login_phone THEN 'no_login_id'
               WHEN NOT (has.password OR has.pin) THEN CASE coalesce(has.newest, 'none')
                    WHEN 'none' THEN 'never_invited' WHEN 'accepted' THEN 'invitation_used' WHEN 'expired' THEN 'invitation_expired'
                    WHEN 'revoked' THEN 'invitation_revoked' WHEN 'bounced' THEN 'invitation_undelivered' ELSE 'waiting' END
               WHEN NOT (${byPassword} OR ${byPin}) THEN CASE WHEN has.password THEN 'password_without_email' ELSE 'pin_without_phone' END
               ELSE concat(CASE WHEN ${byPassword} AND ${byPin} THEN 'both' WHEN ${byPin} THEN 'pin' ELSE 'password' END,
                           CASE WHEN NOT has.signed_in THEN '_unused' END) END AS way_in) w) f
   WHERE c.id = f.id AND (c.way_in, c.reset_ready) IS DISTINCT FROM (f.way_in, f.reset_ready)`;

/** Who gets in and how, or why not, beside the contact: a report over everybody reads it from an index. */
export class WaysIn1799000300000 implements MigrationInterface {
  name = 'WaysIn1799000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "contacts" ADD "way_in" text NOT NULL DEFAULT 'never_invited', ADD "reset_ready" text NOT NULL DEFAULT 'none'`,
    );
    await runner.query(
      `ALTER TABLE "contacts" ADD CONSTRAINT "ck_contacts_way_in" CHECK (way_in in (${CAN}, 'waiting', ${CANNOT}))`,
    );
    await runner.query(
      `ALTER TABLE "contacts" ADD CONSTRAINT "ck_contacts_reset_ready" CHECK (reset_ready in (${READY}))`,
    );
    await runner.query(FILL);
    await runner.query('CREATE INDEX ix_contacts_way_in ON contacts (way_in, name_key, id)');
    await runner.query(
      `CREATE INDEX ix_contacts_not_ready ON contacts (reset_ready, name_key, id) WHERE reset_ready NOT IN ('none', 'ready')`,
    );
    await runner.query('CREATE INDEX "ix_identities_last_sign_in_at" ON "identities" ("last_sign_in_at")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_identities_last_sign_in_at"');
    await runner.query('ALTER TABLE "contacts" DROP COLUMN "way_in", DROP COLUMN "reset_ready"');
  }
}
