import { z } from 'zod';
import { pageOf, pageQuery, SearchText } from '../../http/schemas.js';

/** A colleague at the same customer: a name, and nothing else about them. */
export const PortalColleague = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'PortalColleague' });
export type PortalColleague = z.infer<typeof PortalColleague>;
export const PortalColleaguePage = pageOf(PortalColleague, 'PortalColleaguePage');

/** By name. `q`: part of the name. `caseId`: without the reporter and the followers of this case. */
export const PortalColleagueQuery = z.strictObject({
  ...pageQuery,
  q: SearchText.optional(),
  caseId: z.uuid().optional(),
});
export type PortalColleagueQuery = z.infer<typeof PortalColleagueQuery>;

export const FollowerParams = z.strictObject({ id: z.uuid(), contactId: z.uuid() });
export type FollowerParams = z.infer<typeof FollowerParams>;

/** As many as a conversation is told to one by one. */
export const MOST_FOLLOWERS = 20;
