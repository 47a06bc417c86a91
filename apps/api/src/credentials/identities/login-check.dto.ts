import { z } from 'zod';

/** What is being typed into a contact form: who has this login already? */
export const LoginCheck = z
  .strictObject({
    customerId: z.uuid().optional(),
    /** The contact being edited; absent while a new one is typed. */
    contactId: z.uuid().optional(),
    email: z.string().max(254).nullable().optional(),
    phones: z
      .array(
        z.strictObject({
          number: z.string().max(40),
          type: z.enum(['mobile', 'landline', 'office']).optional(),
          extension: z.string().max(20).nullable().optional(),
        }),
      )
      .max(10)
      .default([]),
  })
  .meta({ id: 'LoginCheck' });
export type LoginCheck = z.infer<typeof LoginCheck>;

export const LoginMatch = z
  .object({
    identityId: z.uuid(),
    by: z.enum(['email', 'phone']),
    /** The address or number that matched, as the identity has it. */
    loginId: z.string(),
    name: z.string(),
    companies: z.array(z.object({ customerId: z.uuid(), contactId: z.uuid(), name: z.string() })),
    /** Who signs in with it accepts the company first (D8). */
    asksFirst: z.boolean(),
    /**
     * `links`: saving gives this login the company. `linked`: it has it already. `same_customer`: this person is already there.
     * `other_email`: the number belongs to somebody with another e-mail. `several`: several logins share the number. `not_mobile`: only mobile numbers link.
     */
    effect: z.enum(['links', 'linked', 'same_customer', 'other_email', 'several', 'not_mobile']),
  })
  .meta({ id: 'LoginMatch' });
export type LoginMatch = z.input<typeof LoginMatch>;

export const LoginCheckResult = z
  .object({
    matches: z.array(LoginMatch),
    linksTo: z.uuid().nullable(),
    /** Contacts of the same customer with this e-mail or mobile number, with a login or without: probably the same person (S0.12). */
    twins: z.array(
      z.object({ contactId: z.uuid(), name: z.string(), by: z.enum(['email', 'phone']), value: z.string() }),
    ),
  })
  .meta({ id: 'LoginCheckResult' });
export type LoginCheckResult = z.input<typeof LoginCheckResult>;
