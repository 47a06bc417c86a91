import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Countries that no SMS go to, from an alarm until staff lift it. */
export class SmsStops1799001300100 implements MigrationInterface {
  name = 'SmsStops1799001300100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "sms_stops" ("id" uuid NOT NULL, "country" text NOT NULL, "cause" text NOT NULL, "sent" integer NOT NULL, "used" integer NOT NULL, "stopped_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "lifted_at" TIMESTAMP WITH TIME ZONE, "lifted_by_name" text, "reason" text, CONSTRAINT "ck_sms_stops_cause" CHECK (cause in ('neighbours', 'unused')), CONSTRAINT "pk_sms_stops" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE UNIQUE INDEX "uq_sms_stops_open" ON "sms_stops" ("country") WHERE lifted_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "sms_stops"');
  }
}
