/** A message with a way in, by e-mail. */
export const CREDENTIAL_KIND = 'portal-credentials';
/** The same by SMS. */
export const INVITATION_SMS_KIND = 'invitation-sms';

/** Asks somebody who signs in already to accept a further company, by e-mail or SMS. */
export const JOINING_KIND = 'joining';

export const CREDENTIAL_KINDS = [CREDENTIAL_KIND, INVITATION_SMS_KIND, JOINING_KIND] as const;

/** Condition on the kind of a message: it carries a way in, whatever the channel. Limits count them together. */
export const CREDENTIAL_KINDS_SQL = `IN (${CREDENTIAL_KINDS.map((kind) => `'${kind}'`).join(', ')})`;
