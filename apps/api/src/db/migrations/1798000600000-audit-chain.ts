import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * The trigger lets two things through, each only while the transaction says so: what is left of a line about an erased person, and the
 * removal of lines older than a year. It also fills in the MAC of a line that has none. What the chain proves does not rest on it.
 */
const GUARD = `CREATE FUNCTION guard_audit() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND current_setting('latchkey.audit', true) = 'forget' AND OLD.at < now() - interval '1 year' THEN
      RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND current_setting('latchkey.audit', true) IN ('erase', 'seal')
       AND to_jsonb(NEW) - '{detail,actor_name,ip,mac,erased_mac}'::text[] = to_jsonb(OLD) - '{detail,actor_name,ip,mac,erased_mac}'::text[]
       AND (OLD.mac IS NULL OR NEW.mac = OLD.mac) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
  END $$`;

/** Each line of the audit is chained to the one before it. */
export class AuditChain1798000600000 implements MigrationInterface {
  name = 'AuditChain1798000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "audit_events" ADD "mac" text, ADD "erased_mac" text');
    await runner.query(
      'CREATE TABLE "audit_seals" ("position" bigint NOT NULL, "event_id" uuid NOT NULL, "hash" text NOT NULL, CONSTRAINT "pk_audit_seals" PRIMARY KEY ("position"))',
    );
    await runner.query('CREATE UNIQUE INDEX "ix_audit_seals_event_id" ON "audit_seals" ("event_id")');
    await runner.query(
      `CREATE TABLE "audit_chain" ("id" smallint NOT NULL, "start_position" bigint NOT NULL DEFAULT '0', "start_hash" text NOT NULL DEFAULT '', "head_position" bigint NOT NULL DEFAULT '0', "head_hash" text NOT NULL DEFAULT '', "mac" text NOT NULL DEFAULT '', "sealed_through" uuid, "older_through" uuid, "checked_at" TIMESTAMP WITH TIME ZONE, "checked_lines" bigint, "broken" jsonb, CONSTRAINT "pk_audit_chain" PRIMARY KEY ("id"))`,
    );
    await runner.query('INSERT INTO "audit_chain" (id) VALUES (1)');
    await runner.query('DROP TRIGGER audit_events_append_only ON "audit_events"');
    await runner.query(GUARD);
    await runner.query(
      'CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION guard_audit()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER audit_events_append_only ON "audit_events"');
    await runner.query(
      'CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change()',
    );
    await runner.query('DROP FUNCTION guard_audit()');
    await runner.query('DROP TABLE "audit_chain", "audit_seals"');
    await runner.query('ALTER TABLE "audit_events" DROP COLUMN "erased_mac", DROP COLUMN "mac"');
  }
}
