import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A known device says which browser it is, and a session in which of them it was opened. */
export class KnownBrowsers1799000400000 implements MigrationInterface {
  name = 'KnownBrowsers1799000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "known_devices" ADD "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), ADD "user_agent" text',
    );
    await runner.query(
      `UPDATE "known_devices" SET last_seen_at = greatest(created_at, expires_at - interval '90 days')`,
    );
    await runner.query('ALTER TABLE "sessions" ADD "known_device_id" uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "sessions" DROP COLUMN "known_device_id"');
    await runner.query('ALTER TABLE "known_devices" DROP COLUMN "user_agent", DROP COLUMN "last_seen_at"');
  }
}
