import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A contact may have another kind of new password than the settings say. */
export class ResetMode1799000310000 implements MigrationInterface {
  name = 'ResetMode1799000310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contacts" ADD "reset_mode" text');
    await runner.query(
      `ALTER TABLE "contacts" ADD CONSTRAINT "ck_contacts_reset_mode" CHECK (reset_mode in ('link', 'temporary'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contacts" DROP COLUMN "reset_mode"');
  }
}
