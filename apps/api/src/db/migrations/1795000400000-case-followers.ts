import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Colleagues follow a case; the customer in both keys keeps them inside it. */
export class CaseFollowers1795000400000 implements MigrationInterface {
  name = 'CaseFollowers1795000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "case_followers" ("case_id" uuid NOT NULL, "contact_id" uuid NOT NULL, "customer_id" uuid NOT NULL, "added_by_name" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_case_followers" PRIMARY KEY ("case_id", "contact_id"))',
    );
    await runner.query('CREATE INDEX "ix_case_followers_contact_id" ON "case_followers" ("contact_id")');
    await runner.query(
      'ALTER TABLE "case_followers" ADD CONSTRAINT "fk_case_followers_case_id_customer_id" FOREIGN KEY ("customer_id", "case_id") REFERENCES "cases"("customer_id","id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "case_followers" ADD CONSTRAINT "fk_case_followers_contact_id_customer_id" FOREIGN KEY ("customer_id", "contact_id") REFERENCES "contacts"("customer_id","id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "case_followers"');
  }
}
