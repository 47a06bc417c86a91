import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contacts invite people of their own company, up to a number (C10). */
export class Colleagues1799002100000 implements MigrationInterface {
  name = 'Colleagues1799002100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "customers" ADD "colleague_cap" integer, ADD CONSTRAINT "ck_customers_colleague_cap" CHECK (colleague_cap between 0 and 1000)`,
    );
    await runner.query(
      `ALTER TABLE "contacts" ADD "invited_by_contact_id" uuid, ADD "invited_by_colleague_at" timestamptz, ADD "removed_by_colleague_at" timestamptz,
         ADD CONSTRAINT "fk_contacts_invited_by_contact_id" FOREIGN KEY ("invited_by_contact_id") REFERENCES "contacts" ("id") ON DELETE SET NULL`,
    );
    await runner.query(
      'CREATE INDEX ix_contacts_invited_by ON contacts (invited_by_contact_id) WHERE invited_by_contact_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "contacts" DROP COLUMN "invited_by_contact_id", DROP COLUMN "invited_by_colleague_at", DROP COLUMN "removed_by_colleague_at"',
    );
    await runner.query('ALTER TABLE "customers" DROP COLUMN "colleague_cap"');
  }
}
