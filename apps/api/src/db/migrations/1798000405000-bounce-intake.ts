import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where messages that came back are learned of: a secret for the provider, a mailbox to read. One row. */
export class BounceIntake1798000405000 implements MigrationInterface {
  name = 'BounceIntake1798000405000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "bounce_intake" ("id" smallint NOT NULL, "secret_hash" text, "secret_made_at" TIMESTAMP WITH TIME ZONE, "mailbox" jsonb, "mailbox_secret" bytea, "uid_validity" text, "last_uid" bigint NOT NULL DEFAULT '0', "looked_at" TIMESTAMP WITH TIME ZONE, "last_error" text, "last_found" integer NOT NULL DEFAULT '0', "lease_until" TIMESTAMP WITH TIME ZONE, "lease_token" uuid, CONSTRAINT "ck_bounce_intake_one" CHECK (id = 1), CONSTRAINT "pk_bounce_intake" PRIMARY KEY ("id"))`,
    );
    await runner.query('INSERT INTO "bounce_intake" ("id") VALUES (1)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "bounce_intake"');
  }
}
