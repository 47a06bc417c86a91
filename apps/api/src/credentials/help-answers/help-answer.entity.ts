import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where the portal asks "Did this answer your question?" (S4.13). */
export const HELP_PLACES = ['help', 'reset_asked', 'link_ended'] as const;
export type HelpPlace = (typeof HELP_PLACES)[number];

export const MOST_WORDS = 500;

/** One answer about our help: where and on what day, never who. The id is the browser's, random, and tells no time. */
@Entity('help_answers')
@Check('ck_help_answers_place', `place in (${HELP_PLACES.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_help_answers_words', `words IS NULL OR (NOT has_helped AND length(words) <= ${MOST_WORDS})`)
@Index(['day'])
export class HelpAnswer {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  place: HelpPlace;

  @Column('boolean')
  hasHelped: boolean;

  /** What was missing, in their words. */
  @Column('text', { nullable: true })
  words: string | null;

  @Column('date')
  day: string;
}
