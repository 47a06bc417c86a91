import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request for a new password may have been ended by the switch that allows it. */
export class StoppedResets1799001300200 implements MigrationInterface {
  name = 'StoppedResets1799001300200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "password_resets" DROP CONSTRAINT "ck_password_resets_ended_by"');
    await runner.query(
      `ALTER TABLE "password_resets" ADD CONSTRAINT "ck_password_resets_ended_by" CHECK (ended_by in ('newer', 'old_password', 'stopped'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE "password_resets" SET ended_by = 'newer' WHERE ended_by = 'stopped'`);
    await runner.query('ALTER TABLE "password_resets" DROP CONSTRAINT "ck_password_resets_ended_by"');
    await runner.query(
      `ALTER TABLE "password_resets" ADD CONSTRAINT "ck_password_resets_ended_by" CHECK (ended_by in ('newer', 'old_password'))`,
    );
  }
}
