import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which exceptions colleagues made: only those may a colleague take back. Of older ones nobody knows, so they stay with the company. */
export class RightsTakenByColleagues1799003100000 implements MigrationInterface {
  name = 'RightsTakenByColleagues1799003100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "contacts" ADD "rights_removed_by_colleagues" text array NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contacts" DROP COLUMN "rights_removed_by_colleagues"');
  }
}
