import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came with a merge remembers from which case: it is not shown to everybody who reads the case it came to. */
export class MergedMessages1796000400000 implements MigrationInterface {
  name = 'MergedMessages1796000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "case_messages" ADD "merged_from" bigint');
    await runner.query('ALTER TABLE "case_follows" ADD "merged_from" bigint, ADD "merged_at" TIMESTAMP WITH TIME ZONE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "case_follows" DROP COLUMN "merged_at", DROP COLUMN "merged_from"');
    await runner.query('ALTER TABLE "case_messages" DROP COLUMN "merged_from"');
  }
}
