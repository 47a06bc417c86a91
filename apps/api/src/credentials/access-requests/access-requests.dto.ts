import { z } from 'zod';
import { isoDate, pageOf, pageQuery, several } from '../../http/schemas.js';
import { ACCESS_REQUEST_KINDS, DONE_BECAUSE } from './access-request.entity.js';

const typed = z.object({
  login: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  words: z.string().nullable(),
});

/** Somebody who asks for a way in. `typed` is what they wrote themselves: nobody has checked it. */
export const AccessRequestDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(ACCESS_REQUEST_KINDS),
    contactId: z.uuid().nullable(),
    contactName: z.string().nullable(),
    customerId: z.uuid().nullable(),
    customerName: z.string().nullable(),
    typed,
    /** Checks that failed when it was asked. */
    findings: z.array(z.string()),
    /** How often it was asked while it was open. */
    times: z.int(),
    createdAt: isoDate,
    lastAt: isoDate,
    /** The customer whose people may decide; `byName` null: what was typed is on file with them. */
    asked: z
      .object({
        customerId: z.uuid(),
        customerName: z.string(),
        byName: z.string().nullable(),
        at: isoDate,
        answer: z.enum(['invited', 'declined']).nullable(),
        /** Null: nobody answered yet, or the contact is gone. */
        answeredByName: z.string().nullable(),
        answeredAt: isoDate.nullable(),
      })
      .nullable(),
    /** Staff may ask a customer about it. */
    canAsk: z.boolean(),
    doneAt: isoDate.nullable(),
    doneByName: z.string().nullable(),
    /** It closed by itself: access was given, or an invitation was accepted. */
    doneBecause: z.enum(DONE_BECAUSE).nullable(),
  })
  .meta({ id: 'AccessRequest' });
export type AccessRequestDto = z.input<typeof AccessRequestDto>;

export const AccessRequestPage = pageOf(AccessRequestDto, 'AccessRequestPage');

export const AccessRequestQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'done', 'all']).default('open'),
  kind: several(z.enum(ACCESS_REQUEST_KINDS)).optional(),
  contactId: z.uuid().optional(),
});
export type AccessRequestQuery = z.infer<typeof AccessRequestQuery>;

export const AskCustomer = z.strictObject({ customerId: z.uuid() }).meta({ id: 'AskCustomer' });
export type AskCustomer = z.infer<typeof AskCustomer>;

export const DecidersQuery = z.strictObject({ customerId: z.uuid() });
export type DecidersQuery = z.infer<typeof DecidersQuery>;

/** Contacts of a customer who may invite colleagues, and so decide who of theirs gets in. At most five. */
export const Deciders = z
  .object({ items: z.array(z.object({ contactId: z.uuid(), name: z.string() })) })
  .meta({ id: 'Deciders' });
