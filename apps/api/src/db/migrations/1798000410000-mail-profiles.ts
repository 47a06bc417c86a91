import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Further senders beside the one of the settings, with mail servers of their own. */
export class MailProfiles1798000410000 implements MigrationInterface {
  name = 'MailProfiles1798000410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "mail_profiles" ("id" uuid NOT NULL, "name" text NOT NULL, "place" integer NOT NULL, "groups" text array NOT NULL DEFAULT '{}', "mail" jsonb NOT NULL, "secret" bytea, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "pk_mail_profiles" PRIMARY KEY ("id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "mail_profiles"');
  }
}
