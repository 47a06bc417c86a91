import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request for a way in that nobody had to press Done on says why it is closed. */
export class RequestsCloseThemselves1799003500000 implements MigrationInterface {
  name = 'RequestsCloseThemselves1799003500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "access_requests" ADD "done_because" text, ADD CONSTRAINT "ck_access_requests_done_because" CHECK (done_because in ('access_given', 'accepted'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "access_requests" DROP COLUMN "done_because"`);
  }
}
