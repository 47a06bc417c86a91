import type { Right } from '../lib/session';

/** What is asked about each colleague; what concerns only themselves (own password and name) they get when the inviter has it. */
export const ASKED_RIGHTS = [
  'case:read_own',
  'case:read_company',
  'case:create',
  'case:reply',
  'case:close',
  'deployment:read',
  'colleague:manage',
] as const satisfies readonly Right[];
export type AskedRight = (typeof ASKED_RIGHTS)[number];
