import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which customer's people decide about somebody who asks for a way in, and what they said. */
export class AskedCustomers1799003100100 implements MigrationInterface {
  name = 'AskedCustomers1799003100100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "access_requests" ADD "asked_customer_id" uuid, ADD "asked_at" TIMESTAMP WITH TIME ZONE, ADD "asked_by_name" text, ADD "answer" text, ADD "answered_at" TIMESTAMP WITH TIME ZONE, ADD "answered_by_contact_id" uuid`,
    );
    await runner.query(
      `ALTER TABLE "access_requests" ADD CONSTRAINT "ck_access_requests_answer" CHECK (answer in ('invited', 'declined'))`,
    );
    await runner.query(
      'CREATE INDEX "ix_access_requests_asked_customer_id_id" ON "access_requests" ("asked_customer_id", "id")',
    );
    await runner.query(
      'CREATE INDEX "ix_access_requests_answered_by_contact_id" ON "access_requests" ("answered_by_contact_id")',
    );
    await runner.query(
      `ALTER TABLE "access_requests" ADD CONSTRAINT "fk_access_requests_asked_customer_id" FOREIGN KEY ("asked_customer_id") REFERENCES "customers"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "access_requests" ADD CONSTRAINT "fk_access_requests_answered_by_contact_id" FOREIGN KEY ("answered_by_contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "access_requests" DROP COLUMN "asked_customer_id", DROP COLUMN "asked_at", DROP COLUMN "asked_by_name", DROP COLUMN "answer", DROP COLUMN "answered_at", DROP COLUMN "answered_by_contact_id"',
    );
  }
}
