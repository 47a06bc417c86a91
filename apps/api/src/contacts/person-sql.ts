/** Who the contact is as far as anybody knows: whoever said "not me" is somebody else. */
export const PERSON_OF = (c: string): string =>
  `coalesce(${c}.identity_id, CASE WHEN ${c}.declined_at IS NULL THEN ${c}.asked_identity_id END)`;
