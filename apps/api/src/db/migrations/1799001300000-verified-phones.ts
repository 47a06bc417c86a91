import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers that people have proven with a code by SMS, and the codes on their way. */
export class VerifiedPhones1799001300000 implements MigrationInterface {
  name = 'VerifiedPhones1799001300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "verified_phones" ("identity_id" uuid NOT NULL, "e164" text NOT NULL, "verified_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_verified_phones" PRIMARY KEY ("identity_id", "e164"))`,
    );
    await runner.query(
      `CREATE TABLE "phone_codes" ("identity_id" uuid NOT NULL, "e164" text NOT NULL, "id" uuid NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "tries" smallint NOT NULL DEFAULT 0, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_phone_codes_id" UNIQUE ("id"), CONSTRAINT "pk_phone_codes" PRIMARY KEY ("identity_id", "e164"))`,
    );
    for (const table of ['verified_phones', 'phone_codes'])
      await runner.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_identity_id" FOREIGN KEY ("identity_id") REFERENCES "identities"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "phone_codes"');
    await runner.query('DROP TABLE "verified_phones"');
  }
}
