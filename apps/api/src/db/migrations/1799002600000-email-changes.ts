import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that people asked to sign in with and have not proven yet. */
export class EmailChanges1799002600000 implements MigrationInterface {
  name = 'EmailChanges1799002600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "email_changes" ("identity_id" uuid NOT NULL, "id" uuid NOT NULL, "email" text NOT NULL, "email_key" text NOT NULL, "credential_version" integer NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "tries" smallint NOT NULL DEFAULT 0, CONSTRAINT "uq_email_changes_id" UNIQUE ("id"), CONSTRAINT "pk_email_changes" PRIMARY KEY ("identity_id"))`,
    );
    await runner.query(
      `ALTER TABLE "email_changes" ADD CONSTRAINT "fk_email_changes_identity_id" FOREIGN KEY ("identity_id") REFERENCES "identities"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "email_changes"');
  }
}
