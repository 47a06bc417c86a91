import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs that give many a new PIN, and the date on which the PINs of before end. */
export class PinRotations1799001200000 implements MigrationInterface {
  name = 'PinRotations1799001200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "credentials" ADD "rotation_id" uuid`);
    await runner.query(`ALTER TABLE "credentials" ADD "takes_over_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "credentials" ADD "notification_id" uuid`);
    await runner.query(
      `CREATE INDEX "ix_credentials_takes_over" ON "credentials" ("takes_over_at") WHERE takes_over_at IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_credentials_rotation" ON "credentials" ("rotation_id") WHERE rotation_id IS NOT NULL`,
    );
    await runner.query(`ALTER TABLE "access_runs" ADD "kind" text NOT NULL DEFAULT 'access'`);
    await runner.query(`ALTER TABLE "access_runs" ADD "grace_days" integer`);
    await runner.query(`ALTER TABLE "access_runs" ADD "old_ends_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(
      `ALTER TABLE "access_runs" ADD CONSTRAINT "ck_access_runs_kind" CHECK (kind in ('access', 'pins'))`,
    );
    await runner.query(`ALTER TABLE "access_run_rows" ADD "credential_id" uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "access_run_rows" DROP COLUMN "credential_id"');
    await runner.query(
      'ALTER TABLE "access_runs" DROP COLUMN "old_ends_at", DROP COLUMN "grace_days", DROP COLUMN "kind"',
    );
    await runner.query(
      'ALTER TABLE "credentials" DROP COLUMN "notification_id", DROP COLUMN "takes_over_at", DROP COLUMN "rotation_id"',
    );
  }
}
