import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what is too old without reading what was let go of long ago. */
export class Retention1799000400100 implements MigrationInterface {
  name = 'Retention1799000400100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "ix_notifications_with_text" ON "notifications" ("created_at") WHERE body <> ''`);
    await runner.query(
      'CREATE INDEX "ix_cases_with_reporter" ON "cases" ("closed_at") WHERE contact_id IS NULL AND num_nonnulls(reporter_name, reporter_email, reporter_phone) > 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_cases_with_reporter"');
    await runner.query('DROP INDEX "ix_notifications_with_text"');
  }
}
