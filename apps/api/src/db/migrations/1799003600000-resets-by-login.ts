import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may ask for a new password at one company may: what is stored says so of their other contacts too. */
export class ResetsByLogin1799003600000 implements MigrationInterface {
  name = 'ResetsByLogin1799003600000';

  async up(runner: QueryRunner): Promise<void> {
    // Few switch it off: whose answer another contact of the login may change is found among those.
    await runner.query(
      `CREATE INDEX ix_contacts_reset_off ON contacts (identity_id) WHERE NOT may_reset_password AND identity_id IS NOT NULL`,
    );
    await runner.query(
      `UPDATE contacts c SET reset_ready = 'ready' WHERE c.reset_ready = 'not_allowed' AND EXISTS (
         SELECT 1 FROM contacts o JOIN customers u ON u.id = o.customer_id
          WHERE o.identity_id = c.identity_id AND o.may_reset_password AND o.is_portal_user AND o.status = 'active' AND u.status = 'active')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_contacts_reset_off');
    await runner.query(
      `UPDATE contacts SET reset_ready = 'not_allowed' WHERE reset_ready = 'ready' AND NOT may_reset_password`,
    );
  }
}
