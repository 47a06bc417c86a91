import { z } from 'zod';
import { isoDate } from '../../http/schemas.js';
import { InviteColleague } from '../colleagues/colleague.dto.js';

/** Somebody who asks for access and belongs to the own company, as far as anybody knows: the name on file or as it was typed. */
export const ColleagueRequestDto = z
  .object({
    id: z.uuid(),
    firstName: z.string(),
    lastName: z.string(),
    /** What was typed to sign in. */
    login: z.string(),
    /** The same, where it is an e-mail address. */
    email: z.string().nullable(),
    /** A contact of the company: the invitation goes to the address on file, and nobody types one. */
    isOnFile: z.boolean(),
    at: isoDate,
  })
  .meta({ id: 'ColleagueRequest' });
export type ColleagueRequestDto = z.input<typeof ColleagueRequestDto>;

/** The newest fifty. */
export const ColleagueRequestList = z
  .object({ items: z.array(ColleagueRequestDto) })
  .meta({ id: 'ColleagueRequestList' });

/** Name and address only for somebody who is not on file; `rights` as for any colleague. */
export const InviteAsker = InviteColleague.partial().meta({ id: 'InviteAsker' });
export type InviteAsker = z.infer<typeof InviteAsker>;
