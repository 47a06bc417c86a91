import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of addresses to which mail did not arrive, or where it was not wanted. */
export class AddressTroubles1798000400000 implements MigrationInterface {
  name = 'AddressTroubles1798000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "address_troubles" ("address_key" text NOT NULL, "kind" text NOT NULL, "detail" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "notification_id" uuid, CONSTRAINT "ck_address_troubles_kind" CHECK (kind in ('bounced', 'complained')), CONSTRAINT "pk_address_troubles" PRIMARY KEY ("address_key"))`,
    );
    await runner.query('CREATE INDEX "ix_address_troubles_at" ON "address_troubles" ("at")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "address_troubles"');
  }
}
