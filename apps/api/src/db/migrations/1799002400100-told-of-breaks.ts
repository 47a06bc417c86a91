import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The break of the audit that staff were told of by e-mail. */
export class ToldOfBreaks1799002400100 implements MigrationInterface {
  name = 'ToldOfBreaks1799002400100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "audit_chain" ADD "told_broken" jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "audit_chain" DROP COLUMN "told_broken"');
  }
}
