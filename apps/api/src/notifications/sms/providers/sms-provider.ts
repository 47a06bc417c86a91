import type { Outcome } from '../../delivery/smtp-outcome.js';

/** One SMS to be handed over. `to` is E.164. */
export interface Sms {
  /** Of the notification: the same for every try, so that a provider can tell a copy. */
  id: string;
  to: string;
  text: string;
  contactId: string | null;
}

/**
 * A way out for SMS. `send` never throws: a final no is `refused`, trouble that may pass is `deferred`; the detail holds the
 * provider's own words, without the text of the message.
 */
export interface SmsProvider {
  /** For the timeline: where it was handed over. */
  name: string;
  send(sms: Sms): Promise<Outcome>;
}
