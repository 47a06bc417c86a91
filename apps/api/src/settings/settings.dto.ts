import { z } from 'zod';
import { PORTAL_ADDRESSES, PortalAddress, portalOrigin } from './portal-addresses.dto.js';
import { SMS_DEFAULTS, smsShape } from './sms-settings.dto.js';
import { RIGHTS } from '../http/rights.js';
import { LANGUAGES, text } from '../http/schemas.js';

const optionalText = (max: number) => z.string().trim().max(max);

/** One editable message per kind and language; placeholders are checked when it is saved. */
export const MessageTemplate = z
  .strictObject({ subject: text(150), body: text(10_000) })
  .meta({ id: 'MessageTemplate' });

const shape = {
  company: z.strictObject({
    name: text(100),
    /** #rrggbb; the portal darkens or lightens it until text on it passes AA. */
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
    contact: z.strictObject({ phone: optionalText(40), email: optionalText(254), text: optionalText(500) }),
  }),
  locale: z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), language: z.enum(LANGUAGES) }),
  portal: z.strictObject({
    /** Where links in messages point (S4.2). Empty: PORTAL_ORIGIN of the environment. */
    origin: z.union([z.literal(''), portalOrigin]),
    /** Further addresses of the same portal, by region or brand; a customer has one of them or the usual one (S4.2). */
    addresses: PORTAL_ADDRESSES,
    /** Rights that the portal offers at all: the third condition of an effective right (INV-6). */
    rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length),
  }),
  pins: z.strictObject({
    length: z.int().min(4).max(8),
    readableDays: z.int().min(0).max(30),
    /** From this age on a PIN in use is shown as due for a new one (A15); 0: never. It goes on working. */
    adviceMonths: z.int().min(0).max(60),
  }),
  invitations: z.strictObject({
    /** So long an invitation works (REC-12). */
    days: z.int().min(1).max(60),
    /** Who accepts may go on without a password: the link or code lets in once, and later another one does (C1). */
    withoutPassword: z.boolean(),
    /** Somebody who signs in already accepts a further company before it opens to them (D8). */
    askFirst: z.boolean(),
    /** So many contacts a minute are given access when many are at once. */
    perMinute: z.int().min(1).max(100_000),
    /** So many people contacts may invite to their own company at a time, where the customer has no number of its own (C10); 0: none. */
    colleagueCap: z.int().min(0).max(1_000),
  }),
  passwordReset: z.strictObject({
    /** People may ask for a new password themselves (S2.6). */
    enabled: z.boolean(),
    /** A link to choose one, or a password of ten signs for one sign-in (S2.2). */
    mode: z.enum(['link', 'temporary']),
    /** Also by SMS, to the number on file of who names one of theirs (S2.3, S2.18). */
    bySms: z.boolean(),
  }),
  visits: z.strictObject({
    /** One confirmation mail with a fixed text, when a visitor asks for updates (D10, POR-10). */
    confirmMail: z.boolean(),
    /** So long a replaced label still works. */
    labelGraceDays: z.int().min(0).max(365),
    /** So long a replaced PIN still works, unless staff say otherwise. */
    pinGraceDays: z.int().min(0).max(30),
  }),
  /** How long what names people is kept (D24). */
  retention: z.strictObject({
    /** Texts of messages that were sent or given up. */
    messageDays: z.int().min(7).max(3_650),
    /** Who reported a case without a login, from its end on. */
    reporterMonths: z.int().min(1).max(120),
    /** Lines of the audit; never less than a year. */
    auditMonths: z.int().min(12).max(120),
    /** Uploaded files of imports that are done. */
    importDays: z.int().min(1).max(3_650),
  }),
  privacy: z.strictObject({
    /** What the company says about personal data, in the Markdown subset of the other texts (D18); empty: nothing. */
    notice: optionalText(20_000),
  }),
  sessions: z.strictObject({
    staffIdleMinutes: z.int().min(5).max(720),
    contactIdleDays: z.int().min(1).max(30),
    /** Absolute life, however much a session is used. */
    staffHours: z.int().min(1).max(24),
    contactDays: z.int().min(1).max(90),
  }),
  staff: z.strictObject({
    /** Who signs in without a second step sets one up before anything else. */
    secondFactorRequired: z.boolean(),
  }),
  mail: z.strictObject({
    host: optionalText(253),
    port: z.int().min(1).max(65_535),
    secure: z.enum(['none', 'starttls', 'tls']),
    user: optionalText(254),
    fromName: optionalText(100),
    fromAddress: z.union([z.literal(''), z.email().max(254)]),
    replyTo: z.union([z.literal(''), z.email().max(254)]),
    footer: optionalText(500),
  }),
  sms: smsShape,
  templates: z.record(z.enum(['portal-credentials']), z.partialRecord(z.enum(LANGUAGES), MessageTemplate)),
};

export const SettingsDto = z
  .object({
    ...shape,
    portal: z.object({ origin: z.string(), addresses: z.array(PortalAddress), rights: z.array(z.enum(RIGHTS)) }),
    mail: shape.mail.extend({ passwordIsSet: z.boolean() }).strip(),
    sms: smsShape.extend({ secretIsSet: z.boolean() }).strip(),
    hasLogo: z.boolean(),
    effectivePortalOrigin: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Settings' });
export type SettingsDto = z.input<typeof SettingsDto>;

const part = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) => schema.partial().optional();

/** Absent means leave alone, at both levels. `mail.password` and `sms.secret`: null clears. */
export const ChangeSettings = z
  .strictObject({
    company: part(shape.company),
    locale: part(shape.locale),
    portal: part(shape.portal),
    pins: part(shape.pins),
    invitations: part(shape.invitations),
    passwordReset: part(shape.passwordReset),
    visits: part(shape.visits),
    retention: part(shape.retention),
    privacy: part(shape.privacy),
    sessions: part(shape.sessions),
    staff: part(shape.staff),
    mail: shape.mail
      .partial()
      .extend({ password: z.string().max(500).nullable().optional() })
      .optional(),
    sms: smsShape
      .partial()
      .extend({ secret: z.string().max(500).nullable().optional() })
      .optional(),
    templates: shape.templates.optional(),
  })
  .meta({ id: 'ChangeSettings' });
export type ChangeSettings = z.infer<typeof ChangeSettings>;

/** Everything but the version and what is derived. */
export type Settings = { [K in keyof typeof shape]: z.output<(typeof shape)[K]> };

export const DEFAULT_SETTINGS: Settings = {
  company: { name: 'Latchkey', color: '#0f766e', contact: { phone: '', email: '', text: '' } },
  locale: { country: 'SE', language: 'en' },
  portal: { origin: '', addresses: [], rights: [...RIGHTS] },
  pins: { length: 6, readableDays: 30, adviceMonths: 12 },
  invitations: { days: 7, withoutPassword: false, askFirst: true, perMinute: 300, colleagueCap: 3 },
  passwordReset: { enabled: true, mode: 'link', bySms: true },
  visits: { confirmMail: false, labelGraceDays: 30, pinGraceDays: 7 },
  retention: { messageDays: 30, reporterMonths: 24, auditMonths: 24, importDays: 90 },
  privacy: { notice: '' },
  sessions: { staffIdleMinutes: 30, contactIdleDays: 7, staffHours: 12, contactDays: 30 },
  staff: { secondFactorRequired: false },
  mail: { host: '', port: 587, secure: 'starttls', user: '', fromName: '', fromAddress: '', replyTo: '', footer: '' },
  sms: SMS_DEFAULTS,
  templates: { 'portal-credentials': {} },
};

export const TestMail = z
  .strictObject({
    to: z.email().max(254),
    /** Of a further sender; absent: the one of the settings. */
    profileId: z.uuid().optional(),
  })
  .meta({ id: 'TestMail' });
export type TestMail = z.infer<typeof TestMail>;

export const TestMailResult = z
  .object({ accepted: z.boolean(), answer: z.string(), milliseconds: z.int() })
  .meta({ id: 'TestMailResult' });

/** What anybody may know of the company: its sign-in page shows it. */
export const PublicCompany = z
  .object({
    name: z.string(),
    color: z.string(),
    hasLogo: z.boolean(),
    contact: shape.company.shape.contact.strip(),
    language: z.enum(LANGUAGES),
    country: z.string(),
    languages: z.array(z.enum(LANGUAGES)),
    demo: z.boolean(),
    /** The sign-in page offers a new password. */
    passwordReset: z.boolean(),
    /** A phone number may be named beside the e-mail address. */
    resetBySms: z.boolean(),
    /** It says how it treats personal data: there is a page to read it on. */
    hasPrivacyNotice: z.boolean(),
  })
  .meta({ id: 'PublicCompany' });

export const PrivacyNotice = z
  .object({
    /** In the Markdown subset; empty where the company says nothing. */
    text: z.string(),
  })
  .meta({ id: 'PrivacyNotice' });

export const SetupChecklist = z
  .object({
    items: z.array(
      z.object({ key: z.enum(['company', 'mail', 'portal', 'customer', 'access', 'second_step']), done: z.boolean() }),
    ),
  })
  .meta({ id: 'SetupChecklist' });
