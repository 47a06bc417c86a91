import { z } from 'zod';
import { LANGUAGES, text } from '../../http/schemas.js';

/** Names a message with credentials may hold as {{name}} (D2). */
export const PLACEHOLDERS = [
  'portal_link',
  'login_id',
  'activation_link',
  'activation_code',
  'code_page',
  'valid_until',
  'initial_pin',
  'name',
  'company',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export const SEND_WARNINGS = [
  'address_not_on_file',
  'no_email',
  'no_phone_login',
  'no_login_id',
  'link_missing',
  'login_id_missing',
  'already_active',
  'pin_not_available',
  'pin_replaces',
  'other_urls',
  'not_portal_user',
  'contact_inactive',
  'customer_inactive',
  'same_person',
  'not_accepted',
  'elsewhere_needs_link',
  'recently_sent',
  'daily_limit',
  'hourly_limit',
  'login_email_differs',
  'not_found',
] as const;
export const SendWarning = z.enum(SEND_WARNINGS).meta({ id: 'SendWarning' });
export type SendWarning = z.infer<typeof SendWarning>;

export const DraftQuery = z.strictObject({ contactId: z.uuid(), language: z.enum(LANGUAGES).optional() });
export type DraftQuery = z.infer<typeof DraftQuery>;

export const CredentialDraftDto = z
  .object({
    language: z.enum(LANGUAGES),
    subject: z.string(),
    body: z.string(),
    to: z.string().nullable(),
    /** What each placeholder becomes for this contact; secrets as dots, null when there is nothing to put in. */
    placeholders: z.array(
      z.object({ name: z.enum(PLACEHOLDERS), value: z.string().nullable(), isSecret: z.boolean() }),
    ),
    warnings: z.array(SendWarning),
  })
  .meta({ id: 'CredentialDraft' });
export type CredentialDraftDto = z.input<typeof CredentialDraftDto>;

const singleLine = text(150).refine((value) => !/\p{C}/u.test(value), { message: 'No control characters' });

export const CredentialMessage = z
  .strictObject({
    /** Another address than the one on file: one contact only, and only the activation link goes there. */
    to: z.string().trim().min(3).max(254).optional(),
    /** Without subject and body each contact gets the template in the contact's own language. */
    subject: singleLine.optional(),
    body: text(10_000).optional(),
    /** For everybody, instead of the contact's own. */
    language: z.enum(LANGUAGES).optional(),
  })
  .refine(({ subject, body }) => (subject === undefined) === (body === undefined), {
    message: 'Subject and body come together, or neither',
    path: ['body'],
  })
  .meta({ id: 'CredentialMessage' });
export type CredentialMessage = z.infer<typeof CredentialMessage>;

export const PreviewCredentials = z
  .strictObject({ contactIds: z.array(z.uuid()).min(1).max(200), draft: CredentialMessage })
  .meta({ id: 'PreviewCredentials' });
export type PreviewCredentials = z.infer<typeof PreviewCredentials>;

export const CredentialPreviewDto = z
  .object({
    contactId: z.uuid(),
    name: z.string(),
    company: z.string(),
    to: z.string().nullable(),
    /** The contact's own; when a text was given, it is sent as it was written all the same. */
    language: z.enum(LANGUAGES),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    warnings: z.array(SendWarning),
    sendable: z.boolean(),
  })
  .meta({ id: 'CredentialPreview' });
export type CredentialPreviewDto = z.input<typeof CredentialPreviewDto>;

export const CredentialPreviews = z.object({ items: z.array(CredentialPreviewDto) }).meta({ id: 'CredentialPreviews' });

export const SendCredentials = z
  .strictObject({ contactIds: z.array(z.uuid()).min(1).max(500), draft: CredentialMessage })
  .meta({ id: 'SendCredentials' });
export type SendCredentials = z.infer<typeof SendCredentials>;

export const SentCredentials = z
  .object({
    sent: z.array(z.object({ contactId: z.uuid(), notificationId: z.uuid(), to: z.string() })),
    skipped: z.array(z.object({ contactId: z.uuid(), code: SendWarning })),
  })
  .meta({ id: 'SentCredentials' });
export type SentCredentials = z.input<typeof SentCredentials>;
