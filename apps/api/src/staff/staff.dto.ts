import { z } from 'zod';
import { SolvedChallenge } from '../budgets/challenge.dto.js';
import { ALL_PERMISSIONS, STAFF_ROLES } from '../http/permissions.js';
import { isoDate, LANGUAGES, pageOf, pageQuery, text } from '../http/schemas.js';
import { requiredEmail as email } from '../text/email.js';
import { typedCode } from './second-factor/second-factor.dto.js';

/** Strings only, checked before any lookup (AUT-10). The upper bound is above what a password may have, alike for everybody. */
const secret = z.string().min(1).max(1_000);
const language = z.enum(LANGUAGES).nullable();
const role = z.enum(STAFF_ROLES);

export const SignInStaff = z
  .strictObject({
    email: text(254),
    password: secret,
    code: typedCode.optional(),
    challenge: SolvedChallenge.optional(),
  })
  .meta({ id: 'SignInStaff' });
export type SignInStaff = z.infer<typeof SignInStaff>;

/** The password, or a code where sign-in asks for one. */
export const ReauthenticateStaff = z
  .strictObject({ password: secret.optional(), code: typedCode.optional() })
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), {
    message: 'Either the password or a code',
  })
  .meta({ id: 'ReauthenticateStaff' });
export type ReauthenticateStaff = z.infer<typeof ReauthenticateStaff>;

export const ChangeOwnStaffPassword = z
  .strictObject({ currentPassword: secret, newPassword: secret })
  .meta({ id: 'ChangeOwnStaffPassword' });
export type ChangeOwnStaffPassword = z.infer<typeof ChangeOwnStaffPassword>;

export const ChangeOwnStaffProfile = z
  .strictObject({ name: text(100).optional(), language: language.optional() })
  .meta({ id: 'ChangeOwnStaffProfile' });
export type ChangeOwnStaffProfile = z.infer<typeof ChangeOwnStaffProfile>;

export const StaffSessionDto = z
  .object({
    staff: z.object({ id: z.uuid(), name: z.string(), email: z.string(), role, language: z.string().nullable() }),
    permissions: z.array(z.enum(ALL_PERMISSIONS)),
    /** Sign-in asks for a code as well. */
    hasSecondFactor: z.boolean(),
    /** Nothing else is let through before the second step is set up. */
    mustEnrol: z.boolean(),
    /** Absolute end of the session. */
    expiresAt: isoDate,
    /** When the password was last proven; some acts want it within 15 minutes. */
    authenticatedAt: isoDate,
    company: z.object({
      name: z.string(),
      color: z.string(),
      hasLogo: z.boolean(),
      language: z.enum(LANGUAGES),
      country: z.string(),
    }),
    demo: z.boolean(),
  })
  .meta({ id: 'StaffSession' });
export type StaffSessionDto = z.input<typeof StaffSessionDto>;

const token = z.string().min(1).max(200);

export const ViewStaffLink = z.strictObject({ token }).meta({ id: 'ViewStaffLink' });
export type ViewStaffLink = z.infer<typeof ViewStaffLink>;

export const StaffLinkDto = z
  .object({
    purpose: z.enum(['bootstrap', 'invite']),
    email: z.string().nullable(),
    name: z.string().nullable(),
    companyName: z.string(),
    expiresAt: isoDate,
  })
  .meta({ id: 'StaffLink' });
export type StaffLinkDto = z.input<typeof StaffLinkDto>;

/** Name and e-mail are needed for the first owner only; an invited member has them already. */
export const AcceptStaffLink = z
  .strictObject({
    token,
    password: secret,
    code: typedCode.optional(),
    name: text(100).optional(),
    email: email.optional(),
  })
  .meta({ id: 'AcceptStaffLink' });
export type AcceptStaffLink = z.infer<typeof AcceptStaffLink>;

export const STAFF_ACTIONS = ['edit', 'deactivate', 'reactivate', 'send_link', 'reset_second_factor'] as const;

export const StaffMemberDto = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role,
    status: z.enum(['invited', 'active', 'inactive']),
    language: z.string().nullable(),
    hasSecondFactor: z.boolean(),
    lastSignInAt: isoDate.nullable(),
    createdAt: isoDate,
    /** End of the newest unused link; null when there is none. */
    invitationExpiresAt: isoDate.nullable(),
    allowedActions: z.array(z.enum(STAFF_ACTIONS)),
    version: z.int(),
  })
  .meta({ id: 'StaffMember' });
export type StaffMemberDto = z.input<typeof StaffMemberDto>;

export const StaffMemberPage = pageOf(StaffMemberDto, 'StaffMemberPage');

export const StaffMembersQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(['invited', 'active', 'inactive']).optional(),
});
export type StaffMembersQuery = z.infer<typeof StaffMembersQuery>;

export const InviteStaffMember = z
  .strictObject({ email, name: text(100), role, language: language.optional() })
  .meta({ id: 'InviteStaffMember' });
export type InviteStaffMember = z.infer<typeof InviteStaffMember>;

export const ChangeStaffMember = z
  .strictObject({ name: text(100).optional(), role: role.optional(), language: language.optional() })
  .meta({ id: 'ChangeStaffMember' });
export type ChangeStaffMember = z.infer<typeof ChangeStaffMember>;

export const StaffNames = z
  .object({ items: z.array(z.object({ id: z.uuid(), name: z.string() })) })
  .meta({ id: 'StaffNames' });
