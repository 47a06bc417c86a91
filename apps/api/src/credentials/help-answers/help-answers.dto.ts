import { z } from 'zod';
import { text } from '../../http/schemas.js';
import { HELP_PLACES, MOST_WORDS } from './help-answer.entity.js';

/** Whether the help somebody read answered the question. The same id again adds the words to a "no" (S4.13). */
export const AnswerHelp = z
  .strictObject({
    id: z.uuidv4(),
    place: z.enum(HELP_PLACES),
    hasHelped: z.boolean(),
    words: text(MOST_WORDS).optional(),
  })
  .refine(({ hasHelped, words }) => !hasHelped || words === undefined, { path: ['words'] })
  .meta({ id: 'AnswerHelp' });
export type AnswerHelp = z.infer<typeof AnswerHelp>;

/** What people said about our help lately: counts by place, and what the newest of them missed. */
export const HelpAnswers = z
  .object({
    /** How far back, which is as long as answers are kept. */
    days: z.int(),
    places: z.array(z.object({ place: z.enum(HELP_PLACES), yes: z.int(), no: z.int() })),
    missed: z.array(z.object({ id: z.uuid(), place: z.enum(HELP_PLACES), day: z.iso.date(), words: z.string() })),
  })
  .meta({ id: 'HelpAnswers' });
export type HelpAnswers = z.input<typeof HelpAnswers>;
