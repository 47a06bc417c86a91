import { z } from 'zod';
import { LoginFate } from '../../customers/customer.dto.js';

/** What erasing would touch. Counts stop at 1,000. */
export const ErasurePreview = z
  .object({
    name: z.string().nullable(),
    /** Null: there is no login. Without other companies it ends with its secrets, devices and invitations. */
    login: LoginFate.nullable(),
    sessions: z.int(),
    /** Reported by them, open ones among these. They stay, without the person. */
    cases: z.int(),
    openCases: z.int(),
    /** Written by them in cases. */
    caseMessages: z.int(),
    /** E-mails and SMS to them: address and text go, kind and times stay. */
    notifications: z.int(),
    auditLines: z.int(),
    /** False: there is no place for the journal that keeps erased people erased after a restore; erasing is refused. */
    hasJournal: z.boolean(),
  })
  .meta({ id: 'ErasurePreview' });
export type ErasurePreview = z.input<typeof ErasurePreview>;

export const EraseContact = z
  .strictObject({
    /** Also what they wrote: subjects, answers, messages and files of their cases. */
    texts: z.boolean(),
  })
  .meta({ id: 'EraseContact' });
export type EraseContact = z.infer<typeof EraseContact>;

export const Erased = z
  .object({
    cases: z.int(),
    caseMessages: z.int(),
    notifications: z.int(),
    auditLines: z.int(),
    loginEnded: z.boolean(),
  })
  .meta({ id: 'ErasedContact' });
export type Erased = z.infer<typeof Erased>;
