import { z } from 'zod';
import { newId } from '../db/id.js';
import { text } from '../http/schemas.js';

/** Scheme and host; a path is cut off. */
export const portalOrigin = z
  .url({ protocol: /^https?$/ })
  .max(200)
  .transform((value) => new URL(value).origin);

/** A further address of the portal, for the customers of a region or a brand. */
export const PortalAddress = z
  .object({ id: z.uuid(), name: z.string(), origin: z.string() })
  .meta({ id: 'PortalAddress' });
export type PortalAddress = z.input<typeof PortalAddress>;

const isUnlike = (texts: readonly string[]): boolean =>
  new Set(texts.map((one) => one.toLowerCase())).size === texts.length;

/** Without an id it is a new one. */
const draft = z.strictObject({
  id: z
    .uuid()
    .optional()
    .transform((id) => id ?? newId()),
  name: text(60),
  origin: portalOrigin,
});

/** Names and addresses are there once each. */
export const PORTAL_ADDRESSES = z
  .array(draft)
  .max(20)
  .refine(
    (all) => isUnlike(all.map(({ name }) => name)) && isUnlike(all.map(({ origin }) => origin)),
    'Twice the same',
  );

/** What a customer can be given. */
export const PortalAddressChoice = z
  .object({
    /** Where customers without one of the further addresses are led. */
    usual: z.string(),
    items: z.array(PortalAddress),
  })
  .meta({ id: 'PortalAddressChoice' });
export type PortalAddressChoice = z.input<typeof PortalAddressChoice>;
