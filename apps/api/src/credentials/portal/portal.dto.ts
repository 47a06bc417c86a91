import { z } from 'zod';
import { SolvedChallenge } from '../../budgets/challenge.dto.js';
import { RIGHTS } from '../../http/rights.js';
import { isoDate, LANGUAGES, text } from '../../http/schemas.js';

/** Strings only, whatever they hold: the shape must not tell who exists (AUT-4, AUT-10). */
export const SignIn = z
  .strictObject({
    identifier: z.string().trim().min(1).max(254),
    secret: z.string().min(1).max(256),
    challenge: SolvedChallenge.optional(),
  })
  .meta({
    id: 'SignIn',
    description: 'A phone number in any spelling with a PIN, or an e-mail address with a password',
  });
export type SignIn = z.infer<typeof SignIn>;

export const NextStep = z.enum(['choose_company', 'set_password', 'home']);
export type NextStep = z.infer<typeof NextStep>;

export const SignedIn = z.object({ next: NextStep }).meta({ id: 'SignedIn' });
export type SignedIn = z.input<typeof SignedIn>;

export const PortalSessionDto = z
  .object({
    name: z.string(),
    language: z.string().nullable(),
    email: z.string().nullable(),
    phones: z.array(z.string()),
    company: z.object({ contactId: z.uuid(), customerId: z.uuid(), name: z.string(), number: z.string() }).nullable(),
    companies: z.int(),
    /** Companies that wait for the person to accept. */
    asked: z.int(),
    rights: z.array(z.enum(RIGHTS)),
    mustChange: z.boolean(),
    hasPassword: z.boolean(),
    minPasswordLength: z.int(),
    method: z.enum(['password', 'pin', 'link', 'view']),
    /** A staff member looks, and can change nothing, until then; null for the person. */
    view: z.object({ staffName: z.string(), endsAt: isoDate }).nullable(),
  })
  .meta({ id: 'PortalSession' });
export type PortalSessionDto = z.input<typeof PortalSessionDto>;

export const PortalCompanyDto = z
  .object({
    contactId: z.uuid(),
    customerId: z.uuid(),
    name: z.string(),
    number: z.string(),
    openCases: z.int(),
    isCurrent: z.boolean(),
    isLastUsed: z.boolean(),
  })
  .meta({ id: 'PortalCompany' });
export type PortalCompanyDto = z.input<typeof PortalCompanyDto>;

export const PortalCompanies = z.object({ items: z.array(PortalCompanyDto) }).meta({ id: 'PortalCompanies' });

export const ChooseCompany = z.strictObject({ contactId: z.uuid() }).meta({ id: 'ChooseCompany' });
export type ChooseCompany = z.infer<typeof ChooseCompany>;

const ownSecret = {
  currentPassword: z.string().min(1).max(256).optional(),
  currentPin: z.string().min(1).max(256).optional(),
};

/** One of them, typed once more. Neither, for who has neither and signed in by a link not long ago. */
export const OwnSecret = z.strictObject(ownSecret).meta({ id: 'OwnSecret' });
export type OwnSecret = z.infer<typeof OwnSecret>;

/** `currentPassword` is needed unless the session was opened with a secret that must be changed; without a password yet, `currentPin`. */
export const ChangePortalPassword = z
  .strictObject({ ...ownSecret, newPassword: z.string().min(1).max(256) })
  .meta({ id: 'ChangePortalPassword' });
export type ChangePortalPassword = z.infer<typeof ChangePortalPassword>;

export const ChangePortalProfile = z
  .strictObject({ language: z.enum(LANGUAGES).optional(), displayName: text(100).optional() })
  .meta({ id: 'ChangePortalProfile' });
export type ChangePortalProfile = z.infer<typeof ChangePortalProfile>;
