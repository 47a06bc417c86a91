import type { Settings } from '../../../settings/settings.dto.js';
import { replacePlaceholders } from '../../rendering/placeholders.js';
import { outcomeOfAnswer, outcomeWithoutAnswer } from './answers.js';
import { type Outgoing, outgoingRequest } from './outgoing-request.js';
import type { Sms, SmsProvider } from './sms-provider.js';

interface Access {
  secret: string | undefined;
  allowPrivate: boolean;
}

type Escape = (text: string) => string;

const inJson: Escape = (text) => JSON.stringify(text).slice(1, -1);
const inHeader: Escape = (text) => text.replace(/[^\x20-\x7e]/g, ' ');

/** "Name: value" a line, as staff wrote them. */
const headerLines = (text: string): [string, string][] =>
  text
    .split('\n')
    .map((line): [string, string] => {
      const [name = '', ...rest] = line.split(':');
      return [name.trim().toLowerCase(), rest.join(':').trim()];
    })
    .filter(([name]) => name !== '');

/** The template of the settings, filled: each value is written as its place demands, so none can become anything else. */
export function filledRequest(sms: Sms, settings: Settings['sms'], secret: string | undefined): Outgoing {
  const values = {
    to: sms.to,
    to_digits: sms.to.slice(1),
    text: sms.text,
    id: sms.id,
    from: settings.sender,
    secret: secret ?? '',
  };
  const fill = (template: string, escape: Escape): string =>
    replacePlaceholders(
      template,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escape(value)])),
    );
  const headers: Record<string, string> = { 'idempotency-key': sms.id, 'user-agent': 'latchkey' };
  if (settings.httpMethod !== 'GET') headers['content-type'] = 'application/json';
  for (const [name, value] of headerLines(settings.httpHeaders)) headers[name] = fill(value, inHeader);
  const type = headers['content-type'] ?? '';
  const inBody = type.includes('json')
    ? inJson
    : type.includes('urlencoded')
      ? encodeURIComponent
      : (text: string) => text;
  return {
    method: settings.httpMethod,
    url: new URL(fill(settings.httpUrl, encodeURIComponent)),
    headers,
    ...(settings.httpMethod === 'GET' ? {} : { body: fill(settings.httpBody, inBody) }),
  };
}

/** Any provider that takes an SMS by one HTTP request. */
export const httpProvider = (settings: Settings['sms'], { secret, allowPrivate }: Access): SmsProvider => ({
  name: URL.canParse(settings.httpUrl) ? new URL(settings.httpUrl).host : settings.httpUrl,
  async send(sms) {
    try {
      return outcomeOfAnswer(await outgoingRequest(filledRequest(sms, settings, secret), allowPrivate));
    } catch (error) {
      return outcomeWithoutAnswer(error);
    }
  },
});
