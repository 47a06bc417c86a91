import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Carriers whose e-mail-to-SMS gateways were in wide use, with the day they end or ended (S2.15). */
const CARRIERS: readonly [id: string, name: string, domain: string, endsOn: string][] = [
  ['0193f000-0000-7000-8000-000000000001', 'T-Mobile (US)', 'tmomail.net', '2024-12-31'],
  ['0193f000-0000-7000-8000-000000000002', 'AT&T (US)', 'txt.att.net', '2025-06-17'],
  ['0193f000-0000-7000-8000-000000000003', 'Verizon (US)', 'vtext.com', '2027-03-31'],
];

/** SMS: carriers, what is spent in a day, the provider's secret, and a second way for a new password. */
export class Sms1798000100000 implements MigrationInterface {
  name = 'Sms1798000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "carriers" ("id" uuid NOT NULL, "name" text NOT NULL, "country" text, "domain" text NOT NULL, "number_format" text NOT NULL, "ends_on" date, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT 1, CONSTRAINT "uq_carriers_name" UNIQUE ("name"), CONSTRAINT "ck_carriers_number_format" CHECK (number_format in ('national', 'national_zero', 'international')), CONSTRAINT "pk_carriers" PRIMARY KEY ("id"))`,
    );
    for (const carrier of CARRIERS)
      await runner.query(
        `INSERT INTO carriers (id, name, country, domain, number_format, ends_on) VALUES ($1, $2, 'US', $3, 'national', $4)`,
        [...carrier],
      );
    await runner.query(
      `CREATE TABLE "sms_days" ("day" date NOT NULL, "parts" integer NOT NULL, CONSTRAINT "pk_sms_days" PRIMARY KEY ("day"))`,
    );
    await runner.query('ALTER TABLE "notifications" ADD "sms_parts" smallint');
    await runner.query('ALTER TABLE "settings" ADD "sms_secret" bytea');
    await runner.query('ALTER TABLE "contacts" ADD "sms_carrier_id" uuid');
    await runner.query(
      'ALTER TABLE "contacts" ADD CONSTRAINT "fk_contacts_sms_carrier_id" FOREIGN KEY ("sms_carrier_id") REFERENCES "carriers"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await runner.query(
      'CREATE INDEX ix_contacts_carrier ON contacts (sms_carrier_id) WHERE sms_carrier_id IS NOT NULL',
    );
    await runner.query(
      'ALTER TABLE "password_resets" ADD "sms_id" uuid, ADD "sms_token_hash" text, ADD "sms_expires_at" TIMESTAMP WITH TIME ZONE',
    );
    await runner.query('ALTER TABLE "password_resets" ADD CONSTRAINT "uq_password_resets_sms_id" UNIQUE ("sms_id")');
    await runner.query(
      'ALTER TABLE "password_resets" ADD CONSTRAINT "uq_password_resets_sms_token_hash" UNIQUE ("sms_token_hash")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "password_resets" DROP COLUMN "sms_id", DROP COLUMN "sms_token_hash", DROP COLUMN "sms_expires_at"',
    );
    await runner.query('ALTER TABLE "contacts" DROP COLUMN "sms_carrier_id"');
    await runner.query('ALTER TABLE "settings" DROP COLUMN "sms_secret"');
    await runner.query('ALTER TABLE "notifications" DROP COLUMN "sms_parts"');
    await runner.query('DROP TABLE "sms_days"');
    await runner.query('DROP TABLE "carriers"');
  }
}
