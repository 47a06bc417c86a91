import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff sign in with a second step; staff may look at the portal as a contact sees it. */
export class StaffSecondFactor1798000500000 implements MigrationInterface {
  name = 'StaffSecondFactor1798000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "staff_second_factors" ("staff_id" uuid NOT NULL, "secret_sealed" bytea NOT NULL, "confirmed_at" TIMESTAMP WITH TIME ZONE, "last_step" integer, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_staff_second_factors" PRIMARY KEY ("staff_id"))`,
    );
    await runner.query(
      `CREATE TABLE "staff_recovery_codes" ("id" uuid NOT NULL, "staff_id" uuid NOT NULL, "code_hash" text NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_staff_recovery_codes_code_hash" UNIQUE ("code_hash"), CONSTRAINT "pk_staff_recovery_codes" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "ix_staff_recovery_codes_staff_id" ON "staff_recovery_codes" ("staff_id")');
    for (const table of ['staff_second_factors', 'staff_recovery_codes'])
      await runner.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_staff_id" FOREIGN KEY ("staff_id") REFERENCES "staff_members"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
    await runner.query('ALTER TABLE "sessions" ADD "must_enrol" boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE "sessions" DROP CONSTRAINT "ck_sessions_kind"');
    await runner.query(
      `ALTER TABLE "sessions" ADD CONSTRAINT "ck_sessions_kind" CHECK (kind in ('staff', 'contact', 'visit', 'follow', 'view'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "sessions" WHERE kind = 'view'`);
    await runner.query('ALTER TABLE "sessions" DROP CONSTRAINT "ck_sessions_kind"');
    await runner.query(
      `ALTER TABLE "sessions" ADD CONSTRAINT "ck_sessions_kind" CHECK (kind in ('staff', 'contact', 'visit', 'follow'))`,
    );
    await runner.query('ALTER TABLE "sessions" DROP COLUMN "must_enrol"');
    await runner.query('DROP TABLE "staff_recovery_codes"');
    await runner.query('DROP TABLE "staff_second_factors"');
  }
}
