import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at the chain of the audit last. */
export class CheckedBy1799001400100 implements MigrationInterface {
  name = 'CheckedBy1799001400100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "audit_chain" ADD "checked_by_name" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "audit_chain" DROP COLUMN "checked_by_name"');
  }
}
