/** What a contact may do in the portal (S3.4, S3.10). A rights profile grants them, a contact's exceptions take them away. */
export const RIGHTS = [
  'case:read_own',
  'case:read_company',
  'case:create',
  'case:reply',
  'case:close',
  'deployment:read',
  'password:change',
  'profile:edit',
  'colleague:manage',
] as const;
export type Right = (typeof RIGHTS)[number];
