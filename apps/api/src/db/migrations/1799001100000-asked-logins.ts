import type { MigrationInterface, QueryRunner } from 'typeorm';

const WAYS = `'password', 'password_unused', 'pin', 'pin_unused', 'both', 'both_unused', 'waiting'`;
const CANNOT = `'never_invited', 'invitation_used', 'invitation_expired', 'invitation_revoked', 'invitation_undelivered', 'password_without_email', 'pin_without_phone', 'customer_inactive', 'contact_inactive', 'not_portal_user', 'login_disabled', 'no_login_id'`;
const KINDS = `'new_invitation', 'ask_access', 'cannot_get_in', 'invitation_lost'`;

const checks = (ways: string, kinds: string): string[] => [
  `ALTER TABLE "contacts" DROP CONSTRAINT "ck_contacts_way_in", ADD CONSTRAINT "ck_contacts_way_in" CHECK (way_in in (${ways}))`,
  `ALTER TABLE "access_requests" DROP CONSTRAINT "ck_access_requests_kind", ADD CONSTRAINT "ck_access_requests_kind" CHECK (kind in (${kinds}))`,
];

/** A person with a login is asked before a further company opens to it. Whoever is linked already stays linked. */
export class AskedLogins1799001100000 implements MigrationInterface {
  name = 'AskedLogins1799001100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contacts" ADD "asked_identity_id" uuid, ADD "declined_at" timestamptz');
    await runner.query(
      `ALTER TABLE "contacts" ADD CONSTRAINT "ck_contacts_asked" CHECK (asked_identity_id is null or identity_id is null),
         ADD CONSTRAINT "fk_contacts_asked_identity_id" FOREIGN KEY ("asked_identity_id") REFERENCES "identities" ("id") ON DELETE SET NULL`,
    );
    await runner.query(
      'CREATE UNIQUE INDEX ix_contacts_asked ON contacts (asked_identity_id, customer_id) WHERE asked_identity_id IS NOT NULL',
    );
    for (const check of checks(`${WAYS}, ${CANNOT}, 'not_accepted', 'declined'`, `${KINDS}, 'not_me'`))
      await runner.query(check);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE contacts SET way_in = 'never_invited' WHERE way_in IN ('not_accepted', 'declined')`);
    await runner.query(`DELETE FROM access_requests WHERE kind = 'not_me'`);
    for (const check of checks(`${WAYS}, ${CANNOT}`, KINDS)) await runner.query(check);
    await runner.query('ALTER TABLE "contacts" DROP COLUMN "asked_identity_id", DROP COLUMN "declined_at"');
  }
}
