import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Did this answer your question?" is kept by place and day (S4.13). */
export class HelpAnswers1799001400000 implements MigrationInterface {
  name = 'HelpAnswers1799001400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "help_answers" ("id" uuid NOT NULL, "place" text NOT NULL, "has_helped" boolean NOT NULL, "words" text, "day" date NOT NULL, CONSTRAINT "ck_help_answers_words" CHECK (words IS NULL OR (NOT has_helped AND length(words) <= 500)), CONSTRAINT "ck_help_answers_place" CHECK (place in ('help', 'reset_asked', 'link_ended')), CONSTRAINT "pk_help_answers" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "ix_help_answers_day" ON "help_answers" ("day")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "help_answers"');
  }
}
