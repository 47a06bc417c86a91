import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message that was accepted may come back. */
export class BouncedMessages1798000000000 implements MigrationInterface {
  name = 'BouncedMessages1798000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "notifications" DROP CONSTRAINT "ck_notifications_state"');
    await runner.query(
      `ALTER TABLE "notifications" ADD CONSTRAINT "ck_notifications_state" CHECK (state in ('queued', 'sending', 'accepted', 'refused', 'failed', 'expired', 'cancelled', 'bounced'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE "notifications" SET state = 'refused' WHERE state = 'bounced'`);
    await runner.query('ALTER TABLE "notifications" DROP CONSTRAINT "ck_notifications_state"');
    await runner.query(
      `ALTER TABLE "notifications" ADD CONSTRAINT "ck_notifications_state" CHECK (state in ('queued', 'sending', 'accepted', 'refused', 'failed', 'expired', 'cancelled'))`,
    );
  }
}
