import Handlebars from 'handlebars';
import type { NotificationEventDto } from '../notification.dto.js';
import type { Rendered } from '../rendering/message-renderer.js';
import type { SmsSize } from '../sms/sms-parts.js';
import { OUTBOX_STYLE } from './outbox-style.js';
import type { Listed, Shown } from './outbox-queries.js';

const STATES: Record<string, string> = {
  queued: 'Waiting',
  sending: 'Sending',
  accepted: 'Accepted',
  refused: 'Refused',
  failed: 'Failed',
  expired: 'Expired',
  cancelled: 'Stopped',
  bounced: 'Came back',
};

const EVENTS: Record<string, string> = {
  queued: 'Queued',
  handed_over: 'Handed over',
  accepted: 'Accepted',
  deferred: 'Put off',
  refused: 'Refused',
  failed: 'Given up',
  expired: 'Expired',
  cancelled: 'Stopped',
  retried: 'Sent again',
  used: 'Used',
  delivered: 'Delivered',
  bounced: 'Came back',
  complained: 'Reported as spam',
};

const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

const helpers = {
  stateName: (state: string) => STATES[state] ?? state,
  eventName: (event: string) => EVENTS[event] ?? event,
  time: (at: Date) => `${exact.format(at)} UTC`,
  shortTime: (at: Date) => short.format(at),
  iso: (at: Date) => at.toISOString(),
  initial: (address: string) => (address[0] ?? '?').toUpperCase(),
};

const page = (body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
{{#if refresh}}<meta http-equiv="refresh" content="5">{{/if}}
<link rel="icon" href="data:,">
<title>{{title}}</title>
<style>${OUTBOX_STYLE}</style>
</head>
<body>
<header><div class="bar"><a class="brand" href="/outbox">Outbox</a><span class="company">{{company}}</span></div></header>
<main>
${body}
</main>
</body>
</html>
`;

const INBOX =
  page(`<p class="hint">Every message that this installation sends, as its receiver sees it. This page exists in demo and development mode only.</p>
<form method="get" action="/outbox" class="search" role="search">
<label for="to">Receiver</label>
<input id="to" name="to" type="search" value="{{to}}" placeholder="name@example.com" autocomplete="off" autocapitalize="off" spellcheck="false">
<button>Show</button>{{#if to}}<a class="clear" href="/outbox">All</a>{{/if}}
</form>
{{#if messages}}<ul class="inbox">
{{#each messages}}<li><a href="/outbox/{{id}}"><span class="face" aria-hidden="true">{{initial to}}</span><span class="what"><span class="to">{{to}}</span><span class="subject">{{subject}}</span></span><span class="meta"><span class="state {{state}}">{{stateName state}}</span><time datetime="{{iso createdAt}}" title="{{time createdAt}}">{{shortTime createdAt}}</time></span></a></li>
{{/each}}</ul>{{else}}<div class="empty"><p><strong>No message yet.</strong></p><p>{{#if to}}Nobody whose address begins with “{{to}}” was written to.{{else}}Send somebody portal credentials: the message appears here.{{/if}}</p></div>{{/if}}`);

const MESSAGE = page(`<p class="back"><a href="/outbox">← All messages</a></p>
<h1>{{content.subject}}</h1>
<p class="line"><span class="state {{shown.state}}">{{stateName shown.state}}</span></p>
{{#if lostSense}}<p class="notice">{{lostSense}}. Its values are not shown any more.</p>{{/if}}
<dl>
<dt>To</dt><dd><a href="/outbox?to={{encoded}}">{{shown.to}}</a></dd>
{{#if content.html}}<dt>From</dt><dd>{{from}}</dd>{{/if}}
<dt>Date</dt><dd><time datetime="{{iso shown.createdAt}}">{{time shown.createdAt}}</time></dd>
<dt>Message-ID</dt><dd class="code">{{messageId}}</dd>
<dt>Kind</dt><dd>{{shown.kind}} ({{shown.language}})</dd>
</dl>
{{#if content.html}}<h2>As HTML</h2>
<iframe src="/outbox/{{shown.id}}/html" title="The message as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>As text</h2>{{else}}<h2>SMS{{#if sms}}: {{sms.parts}} part(s), {{sms.encoding}}{{/if}}</h2>{{/if}}
<pre>{{{text}}}</pre>
<h2>Timeline</h2>
<ol class="timeline">
{{#each events}}<li><span class="event">{{eventName event}}</span>{{#if detail}} <span class="detail">{{detail}}</span>{{/if}}<time datetime="{{iso at}}">{{time at}}</time></li>
{{/each}}</ol>`);

const compile = <T>(template: string) => {
  const render = Handlebars.compile<T>(template);
  return (data: T): string => render(data, { helpers });
};

const renderInbox = compile<object>(INBOX);
const renderMessagePage = compile<object>(MESSAGE);

export function inboxPage(data: { company: string; to: string; messages: Listed[] }): string {
  // A reload would take the text away from under somebody who is typing: only the plain inbox refreshes by itself.
  return renderInbox({ ...data, title: `Outbox of ${data.company}`, refresh: data.to === '' });
}

const ADDRESS = /https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}]/g;

/** The text part as a mail program shows it: addresses can be followed. */
function linked(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = Handlebars.escapeExpression(match[0]);
    html += `${Handlebars.escapeExpression(text.slice(at, match.index))}<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`;
    at = match.index + match[0].length;
  }
  return html + Handlebars.escapeExpression(text.slice(at));
}

export interface MessagePage {
  company: string;
  shown: Shown;
  events: NotificationEventDto[];
  content: Rendered;
  sms: SmsSize | null;
  lostSense: string | null;
  from: string;
  messageId: string;
}

export const messagePage = (data: MessagePage): string =>
  renderMessagePage({
    ...data,
    text: linked(data.content.text),
    encoded: encodeURIComponent(data.shown.to),
    title: data.content.subject,
    refresh: false,
  });
