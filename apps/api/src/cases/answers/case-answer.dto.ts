import { z } from 'zod';
import { CaseFileDto } from '../files/case-file.dto.js';
import { QUESTION_TYPES } from '../templates/template-content.js';

/** One answered question, in words, as it was asked then. */
export const CaseAnswer = z
  .object({
    key: z.string(),
    type: z.enum(QUESTION_TYPES),
    label: z.string(),
    /** A date as YYYY-MM-DD; empty for photos. */
    text: z.string(),
    files: z.array(CaseFileDto),
  })
  .meta({ id: 'CaseAnswer' });
export type CaseAnswer = z.input<typeof CaseAnswer>;
