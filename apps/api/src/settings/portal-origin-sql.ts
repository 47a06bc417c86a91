/** The further portal address of the customer in table alias `u`, or null: it has the usual one. */
const addressOf = (u: string, what: string): string =>
  `(SELECT ${what} FROM settings s CROSS JOIN LATERAL jsonb_array_elements(s.data -> 'portal' -> 'addresses') a WHERE a ->> 'id' = ${u}.portal_address_id::text)`;

export const ownPortalAddress = (u: string): string =>
  addressOf(u, `jsonb_build_object('id', a ->> 'id', 'name', a ->> 'name', 'origin', a ->> 'origin')`);
export const ownPortalOrigin = (u: string): string => addressOf(u, `a ->> 'origin'`);
