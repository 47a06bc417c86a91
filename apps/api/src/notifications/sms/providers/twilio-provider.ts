import type { Settings } from '../../../settings/settings.dto.js';
import { outcomeOfAnswer, outcomeWithoutAnswer } from './answers.js';
import { type Answer, outgoingRequest } from './outgoing-request.js';
import type { Sms, SmsProvider } from './sms-provider.js';

interface Access {
  secret: string | undefined;
  allowPrivate: boolean;
  /** Where Twilio listens. */
  origin: string;
  /** Where its delivery reports come to; undefined when nobody could reach it. */
  reportsTo: ((id: string) => string) | undefined;
}

/** Twilio says in JSON what it thinks; of a message it took, its state and id. */
function saidByTwilio({ text }: Answer): string {
  try {
    const { code, message, status, sid } = JSON.parse(text) as Record<string, unknown>;
    return [code, message ?? status, sid].filter(Boolean).join(' ');
  } catch {
    return text;
  }
}

function form(sms: Sms, sender: string, reportsTo: Access['reportsTo']): string {
  const from: Record<string, string> = sender.startsWith('MG') ? { MessagingServiceSid: sender } : { From: sender };
  const callback: Record<string, string> = reportsTo ? { StatusCallback: reportsTo(sms.id) } : {};
  return new URLSearchParams({ To: sms.to, Body: sms.text, ...from, ...callback }).toString();
}

/** Twilio's Messages resource (version 2010-04-01): a form, and a password of the account. */
export const twilioProvider = (settings: Settings['sms'], access: Access): SmsProvider => ({
  name: new URL(access.origin).host,
  async send(sms) {
    const account = encodeURIComponent(settings.twilioAccount);
    const proof = Buffer.from(`${settings.twilioAccount}:${access.secret ?? ''}`).toString('base64');
    try {
      const answer = await outgoingRequest(
        {
          method: 'POST',
          url: new URL(`/2010-04-01/Accounts/${account}/Messages.json`, access.origin),
          headers: { authorization: `Basic ${proof}`, 'content-type': 'application/x-www-form-urlencoded' },
          body: form(sms, settings.sender, access.reportsTo),
        },
        access.allowPrivate,
      );
      return outcomeOfAnswer(answer, saidByTwilio(answer));
    } catch (error) {
      return outcomeWithoutAnswer(error);
    }
  },
});
