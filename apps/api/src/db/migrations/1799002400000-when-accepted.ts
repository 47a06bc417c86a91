import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a person accepted a further company: they need not be told of it any more. */
export class WhenAccepted1799002400000 implements MigrationInterface {
  name = 'WhenAccepted1799002400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contacts" ADD "joined_at" timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contacts" DROP COLUMN "joined_at"');
  }
}
