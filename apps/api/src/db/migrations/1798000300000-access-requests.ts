import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who ask for a way in become cards for staff. */
export class AccessRequests1798000300000 implements MigrationInterface {
  name = 'AccessRequests1798000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "access_requests" ("id" uuid NOT NULL, "kind" text NOT NULL, "contact_id" uuid, "identity_id" uuid, "typed" jsonb, "findings" jsonb, "dedupe_key" text NOT NULL, "times" integer NOT NULL DEFAULT 1, "is_looked" boolean NOT NULL DEFAULT true, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "done_at" TIMESTAMP WITH TIME ZONE, "done_by_id" uuid, "done_by_name" text, CONSTRAINT "ck_access_requests_kind" CHECK (kind in ('new_invitation', 'ask_access', 'cannot_get_in')), CONSTRAINT "pk_access_requests" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "ix_access_requests_contact_id_id" ON "access_requests" ("contact_id", "id")');
    await runner.query('CREATE INDEX "ix_access_requests_identity_id" ON "access_requests" ("identity_id")');
    await runner.query(
      'CREATE UNIQUE INDEX "ix_access_requests_open" ON "access_requests" ("dedupe_key") WHERE done_at IS NULL',
    );
    await runner.query(
      'CREATE INDEX "ix_access_requests_open_newest" ON "access_requests" ("id") WHERE done_at IS NULL AND is_looked',
    );
    await runner.query('CREATE INDEX "ix_access_requests_not_looked" ON "access_requests" ("id") WHERE NOT is_looked');
    await runner.query(
      'ALTER TABLE "access_requests" ADD CONSTRAINT "fk_access_requests_contact_id" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "access_requests" ADD CONSTRAINT "fk_access_requests_identity_id" FOREIGN KEY ("identity_id") REFERENCES "identities"("id") ON DELETE SET NULL ON UPDATE NO ACTION',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "access_requests"');
  }
}
