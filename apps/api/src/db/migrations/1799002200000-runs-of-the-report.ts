import type { MigrationInterface, QueryRunner } from 'typeorm';

const source = (sources: string) =>
  `ALTER TABLE "access_runs" DROP CONSTRAINT "ck_access_runs_source", ADD CONSTRAINT "ck_access_runs_source" CHECK (source in (${sources}))`;

/** Access for all that the access report shows, and how far a list is written down. */
export class RunsOfTheReport1799002200000 implements MigrationInterface {
  name = 'RunsOfTheReport1799002200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(source(`'contacts', 'filter', 'report', 'file'`));
    await runner.query(`ALTER TABLE "access_runs" ADD "place" jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "access_runs" DROP COLUMN "place"`);
    await runner.query(`DELETE FROM "access_runs" WHERE "source" = 'report'`);
    await runner.query(source(`'contacts', 'filter', 'file'`));
  }
}
