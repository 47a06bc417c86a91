import { z } from 'zod';
import { text } from '../../http/schemas.js';
import { MESSAGE_GROUPS } from './sender-order.js';

const optionalText = (max: number) => z.string().trim().max(max);

const mail = {
  host: text(253),
  port: z.int().min(1).max(65_535),
  secure: z.enum(['none', 'starttls', 'tls']),
  user: optionalText(254),
  fromName: optionalText(100),
  fromAddress: z.email().max(254),
  replyTo: z.union([z.literal(''), z.email().max(254)]),
  footer: optionalText(500),
};

export const StoredMail = z.object(mail);
export type StoredMail = z.infer<typeof StoredMail>;

const shape = {
  name: text(60),
  /** Messages that go through this sender first; empty: only where the others are in trouble. */
  groups: z.array(z.enum(MESSAGE_GROUPS)).max(MESSAGE_GROUPS.length),
  ...mail,
};

export const MailProfileDto = z
  .object({ id: z.uuid(), ...shape, groups: z.array(z.string()), passwordIsSet: z.boolean() })
  .meta({ id: 'MailProfile' });
export type MailProfileDto = z.input<typeof MailProfileDto>;

/** In the order in which they stand in for each other. */
export const MailProfileList = z
  .object({
    items: z.array(MailProfileDto),
    /** There is a usual one as well: its mail server stands in the settings, or in SMTP_URL. */
    hasUsual: z.boolean(),
  })
  .meta({ id: 'MailProfileList' });
export type MailProfileList = z.input<typeof MailProfileList>;

/** `password`: absent keeps the stored one, unless the host is another; null clears. */
export const SetMailProfile = z
  .strictObject({ ...shape, password: z.string().max(500).nullable().optional() })
  .meta({ id: 'SetMailProfile' });
export type SetMailProfile = z.infer<typeof SetMailProfile>;

export const OrderMailProfiles = z
  .strictObject({ ids: z.array(z.uuid()).min(1).max(20) })
  .meta({ id: 'OrderMailProfiles' });
export type OrderMailProfiles = z.infer<typeof OrderMailProfiles>;
