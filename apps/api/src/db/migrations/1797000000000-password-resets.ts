import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People ask for a new password themselves; staff may switch that off for one contact. */
export class PasswordResets1797000000000 implements MigrationInterface {
  name = 'PasswordResets1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contacts" ADD "may_reset_password" boolean NOT NULL DEFAULT true');
    await runner.query(
      `CREATE TABLE "password_resets" ("id" uuid NOT NULL, "typed" bytea, "outcome" text NOT NULL DEFAULT 'asked', "identity_id" uuid, "contact_id" uuid, "mode" text, "token_hash" text, "credential_version" integer, "expires_at" TIMESTAMP WITH TIME ZONE, "used_at" TIMESTAMP WITH TIME ZONE, "ended_by" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "uq_password_resets_token_hash" UNIQUE ("token_hash"), CONSTRAINT "ck_password_resets_ended_by" CHECK (ended_by in ('newer', 'old_password')), CONSTRAINT "ck_password_resets_mode" CHECK (mode in ('link', 'temporary')), CONSTRAINT "ck_password_resets_outcome" CHECK (outcome in ('asked', 'sent', 'switched_off', 'unknown', 'never_invited', 'closed', 'no_password', 'not_allowed', 'too_soon', 'too_many')), CONSTRAINT "pk_password_resets" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "ix_password_resets_id_outcome" ON "password_resets" ("outcome", "id")');
    await runner.query('CREATE INDEX "ix_password_resets_contact_id_id" ON "password_resets" ("contact_id", "id")');
    await runner.query('CREATE INDEX "ix_password_resets_id_identity_id" ON "password_resets" ("identity_id", "id")');
    await runner.query(
      'ALTER TABLE "password_resets" ADD CONSTRAINT "fk_password_resets_identity_id" FOREIGN KEY ("identity_id") REFERENCES "identities"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "password_resets" ADD CONSTRAINT "fk_password_resets_contact_id" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "password_resets"');
    await runner.query('ALTER TABLE "contacts" DROP COLUMN "may_reset_password"');
  }
}
