import { z } from 'zod';
import { text } from '../../http/schemas.js';

/** What somebody writes who cannot get in: everything as they know it, nothing of it is looked up before the answer (INV-4). */
export const AskForHelp = z
  .strictObject({
    /** What they typed to sign in: an e-mail address or a phone number. */
    login: text(254),
    /** Cannot get in, where nothing is said; or was perhaps never invited. */
    kind: z.enum(['cannot_get_in', 'ask_access']).optional(),
    name: text(100).optional(),
    phone: text(40).optional(),
    words: text(500).optional(),
  })
  .meta({ id: 'AskForHelp' });
export type AskForHelp = z.infer<typeof AskForHelp>;
