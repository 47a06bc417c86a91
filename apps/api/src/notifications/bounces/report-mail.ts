/*
 * Reads what mail servers send about messages: delivery status notifications (RFC 3464) and complaints (RFC 5965).
 * Everything in them comes from outside: sizes and depth are limited, and nothing is believed that bounces.service.ts does not check.
 */
import PostalMime, { type Attachment } from 'postal-mime';
import type { Report } from './bounces.service.js';

/** Reports hold our message at most; more is not read. */
export const MOST_REPORT_BYTES = 1024 * 1024;
const MOST_DEPTH = 8;
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_RECIPIENTS = 20;

type Fields = ReadonlyMap<string, string>;

/** Header fields, folded lines joined; of a name that stands twice the first counts. */
function fieldsOf(text: string): Fields {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]{1,76}):\s*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

/** Groups of fields, set apart by empty lines. */
const groupsOf = (text: string): Fields[] =>
  text
    .split(/\r?\n[ \t]*\r?\n/)
    .slice(0, MOST_RECIPIENTS + 1)
    .map(fieldsOf)
    .filter(({ size }) => size > 0);

/** The address in "rfc822; eva@x.example", in "Eva <eva@x.example>" and in "<eva@x.example>". */
function addressOf(field: string | undefined): string[] {
  const plain = field?.replace(/^\s*[\w-]+\s*;\s*/, '') ?? '';
  const address = (/<([^<>]*)>/.exec(plain)?.[1] ?? plain).trim();
  return address.includes('@') ? [address] : [];
}

const OUR_ID = /(?:^|<)([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})(?:$|@[^<>\s]+>)/i;

/** The id of a message of ours: alone, or in a Message-ID. */
export const ourIdIn = (messageId: string | undefined): string | undefined =>
  OUR_ID.exec(messageId ?? '')?.[1]?.toLowerCase();

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array<ArrayBuffer>).toString('utf8');

/**
 * RFC 3463: x.7 is policy, x.6 and x.3 what was sent, x.2.3 its length. Those say nothing about the address; where there is no
 * code the server gave up on it.
 */
export const isAboutTheAddress = (status: string): boolean =>
  !/^\s*[45]\.(7|6|3)\.\d/.test(status) && !/^\s*[45]\.2\.3/.test(status);

const KINDS: Readonly<Record<string, Report['kind']>> = { failed: 'bounced', delivered: 'delivered' };

interface Returned {
  /** Ids of ours that the report names. */
  id: string | undefined;
  /** To whom the returned message was addressed. */
  to: string[];
}

function statusReports(text: string, returned: Returned): Report[] {
  const [message, ...recipients] = groupsOf(text);
  const notificationId = returned.id ?? ourIdIn(message?.get('original-envelope-id')) ?? null;
  return recipients.flatMap((one) => {
    const kind = KINDS[one.get('action')?.toLowerCase().split(/\s/)[0] ?? ''];
    if (!kind) return [];
    const status = one.get('status') ?? '';
    const said = one.get('diagnostic-code')?.replace(/^\s*[\w-]+\s*;\s*/, '') ?? '';
    return {
      kind,
      notificationId,
      addresses: [
        ...addressOf(one.get('original-recipient')),
        ...addressOf(one.get('final-recipient')),
        ...returned.to,
      ],
      detail: said || status || 'The mail server gave no reason',
      isAboutTheAddress: isAboutTheAddress(status),
    };
  });
}

function complaint(text: string, returned: Returned): Report[] {
  const fields = fieldsOf(text);
  const type = fields.get('feedback-type')?.toLowerCase() ?? '';
  if (type === 'not-spam') return [];
  const reporter = fields.get('user-agent') ?? fields.get('reporting-mta') ?? '';
  return [
    {
      kind: 'complained',
      notificationId: returned.id ?? null,
      addresses: [...addressOf(fields.get('original-rcpt-to')), ...returned.to],
      detail: ['Reported as unwanted', type, reporter].filter(Boolean).join(', '),
      isAboutTheAddress: true,
    },
  ];
}

/** The first header of the message that was sent back, whole or its headers only. */
function returnedOf(parts: readonly Attachment[], ...elsewhere: (string | undefined)[]): Returned {
  const back = parts.find(({ mimeType }) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(mimeType),
  );
  const [head = ''] = back
    ? textOf(back)
        .trimStart()
        .split(/\r?\n\r?\n/, 1)
    : [];
  const fields = fieldsOf(head.slice(0, MOST_HEADER_BYTES));
  const named = [fields.get('message-id'), ...elsewhere].map(ourIdIn).find((id) => id !== undefined);
  return { id: named, to: addressOf(fields.get('to')) };
}

/** What the mail says about messages; undefined when it is no report, or cannot be read. An empty list is a report that changes nothing, such as "delayed". */
export async function readReportMail(raw: Uint8Array): Promise<Report[] | undefined> {
  if (raw.length > MOST_REPORT_BYTES) return undefined;
  const mail = await PostalMime.parse(raw, { maxNestingDepth: MOST_DEPTH, maxHeadersSize: MOST_HEADER_BYTES }).catch(
    () => undefined,
  );
  if (!mail) return undefined;
  const part = (type: string) => mail.attachments.find(({ mimeType }) => mimeType === type);
  const returned = returnedOf(mail.attachments, mail.inReplyTo, mail.references);
  const status = part('message/delivery-status') ?? part('message/global-delivery-status');
  if (status) return statusReports(textOf(status), returned);
  const feedback = part('message/feedback-report');
  return feedback ? complaint(textOf(feedback), returned) : undefined;
}
