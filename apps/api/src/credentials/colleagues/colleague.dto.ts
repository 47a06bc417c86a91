import { z } from 'zod';
import { RIGHTS } from '../../http/rights.js';
import { isoDate, LANGUAGES, pageQuery, text } from '../../http/schemas.js';
import { requiredEmail } from '../../text/email.js';
import { OwnSecret } from '../portal/portal.dto.js';

/** `ended`: somebody took the invitation back, or the login was closed. */
export const COLLEAGUE_STATES = ['active', 'invited', 'expired', 'bounced', 'ended'] as const;
export const COLLEAGUE_ACTIONS = ['resend', 'change_rights', 'remove'] as const;

/** A person of the own company who gets in, or was asked to. No secret, no number and no note is in it. */
export const ColleagueDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    isYourself: z.boolean(),
    state: z.enum(COLLEAGUE_STATES),
    /** So long the invitation works. */
    until: isoDate.nullable(),
    /** The name of the colleague who invited them; null: the company that runs the portal did, or the colleague is gone. */
    invitedBy: z.string().nullable(),
    /** What they may do; only of those whose rights the caller may change. */
    rights: z.array(z.enum(RIGHTS)),
    /** Rights that the company that runs the portal took from them: no colleague gives them back. */
    withheld: z.array(z.enum(RIGHTS)),
    allowedActions: z.array(z.enum(COLLEAGUE_ACTIONS)),
  })
  .meta({ id: 'Colleague' });
export type ColleagueDto = z.input<typeof ColleagueDto>;

export const ColleaguePage = z
  .object({
    items: z.array(ColleagueDto),
    nextCursor: z.string().nullable(),
    /** Places that the people of this company may give, and how many are given. */
    cap: z.int(),
    used: z.int(),
    /** Rights the caller has: no others can be given. */
    mayGrant: z.array(z.enum(RIGHTS)),
  })
  .meta({ id: 'ColleaguePage' });
export type ColleaguePage = z.input<typeof ColleaguePage>;

export const ColleagueQuery = z.strictObject(pageQuery);
export type ColleagueQuery = z.infer<typeof ColleagueQuery>;

/** `rights`: of those the caller has; absent: the same as the caller. */
export const InviteColleague = z
  .strictObject({
    firstName: text(100),
    lastName: text(100),
    email: requiredEmail,
    language: z.enum(LANGUAGES).optional(),
    rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length).optional(),
  })
  .meta({ id: 'InviteColleague' });
export type InviteColleague = z.infer<typeof InviteColleague>;

/** `rights`: all that they may do from now on, of those the caller has. The own password or PIN is typed once more (SES-6). */
export const ChangeColleagueRights = OwnSecret.extend({ rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length) }).meta({
  id: 'ChangeColleagueRights',
});
export type ChangeColleagueRights = z.infer<typeof ChangeColleagueRights>;
