import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Access given to many at a measured pace. */
export class AccessRuns1799000100000 implements MigrationInterface {
  name = 'AccessRuns1799000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "access_runs" ("id" uuid NOT NULL, "source" text NOT NULL, "filter" jsonb, "file_name" text, "strategy" text NOT NULL, "per_minute" integer NOT NULL, "state" text NOT NULL DEFAULT 'planning', "ending" text, "counts" jsonb, "is_filled" boolean NOT NULL DEFAULT false, "created_by_name" text, "actor" jsonb NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "started_at" TIMESTAMP WITH TIME ZONE, "finished_at" TIMESTAMP WITH TIME ZONE, "next_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "lease_until" TIMESTAMP WITH TIME ZONE, "lease_token" uuid, "deaths" integer NOT NULL DEFAULT 0, CONSTRAINT "ck_access_runs_source" CHECK (source in ('contacts', 'filter', 'file')), CONSTRAINT "ck_access_runs_state" CHECK (state in ('planning', 'planned', 'running', 'done', 'stopped')), CONSTRAINT "ck_access_runs_ending" CHECK (ending in ('by_staff', 'starter_gone', 'interrupted')), CONSTRAINT "pk_access_runs" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_access_runs_due" ON "access_runs" ("next_at") WHERE state IN ('planning', 'running')`,
    );
    await runner.query(
      `CREATE TABLE "access_run_rows" ("run_id" uuid NOT NULL, "position" integer NOT NULL, "contact_id" uuid, "line" integer, "entry" text, "sought" jsonb, "state" text NOT NULL DEFAULT 'new', "verdict" text, "notification_id" uuid, "at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_access_run_rows_state" CHECK (state in ('new', 'waiting', 'given', 'skipped', 'failed')), CONSTRAINT "pk_access_run_rows" PRIMARY KEY ("run_id", "position"))`,
    );
    await runner.query(
      'CREATE INDEX "ix_access_run_rows_position_run_id_state_verdict" ON "access_run_rows" ("run_id", "state", "verdict", "position")',
    );
    await runner.query('CREATE INDEX "ix_access_run_rows_contact_id" ON "access_run_rows" ("contact_id")');
    await runner.query(
      'ALTER TABLE "access_run_rows" ADD CONSTRAINT "fk_access_run_rows_run_id" FOREIGN KEY ("run_id") REFERENCES "access_runs"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "access_run_rows" ADD CONSTRAINT "fk_access_run_rows_contact_id" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE NO ACTION',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "access_run_rows"');
    await runner.query('DROP TABLE "access_runs"');
  }
}
