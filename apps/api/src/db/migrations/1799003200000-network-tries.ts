import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failures of a network and whom they were meant for, in one row; they stood among the budgets. */
export class NetworkTries1799003200000 implements MigrationInterface {
  name = 'NetworkTries1799003200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "network_tries" ("key" text NOT NULL, "failures" integer NOT NULL, "resets_at" TIMESTAMP WITH TIME ZONE NOT NULL, "identifiers" jsonb NOT NULL, CONSTRAINT "pk_network_tries" PRIMARY KEY ("key"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "network_tries"');
  }
}
