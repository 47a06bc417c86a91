import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { SettingsService } from '../../settings/settings.service.js';
import { bodyHtml, isOurs } from './body-html.js';
import { type Frame, frameOf, frameTexts, textOn } from './frame.js';
import { layout } from './layout.js';
import { replacePlaceholders } from './placeholders.js';

/** A message before it is filled. `values` may be the real ones or dots. */
export interface MessageText {
  subject: string;
  body: string;
  values: Readonly<Record<string, string>>;
  button?: { label: string; url: string };
  language: string;
}

export interface Rendered {
  subject: string;
  text: string;
  /** Empty of an SMS. */
  html: string;
  /** Goes into the header only. */
  stopUrl?: string;
}

const MAX_SUBJECT = 150;

/** One line of at most 150 characters without control characters: nothing in it can become a header (D2). */
const oneLine = (text: string): string =>
  Array.from(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .slice(0, MAX_SUBJECT)
    .join('');

/** Line ends of all systems as \n; other control characters go. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

function closingLines(message: MessageText, frame: Frame): { lines: string[]; tag: string } {
  const texts = frameTexts(message.language, frame.language);
  const ways = [frame.contact.phone, frame.contact.email, frame.contact.text].map((way) => way.trim()).filter(Boolean);
  const help = ways.length > 0 ? [`${texts.help} ${ways.join(' · ')}`] : [];
  const footer = frame.footer
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean);
  return { lines: [...help, ...footer, texts.sentFor(frame.company)], tag: texts.tag };
}

/** Pure: the same message in the same frame is the same text, byte for byte (R2). */
export function renderMessage(message: MessageText, frame: Frame): Rendered {
  const subject = oneLine(replacePlaceholders(message.subject, message.values));
  const body = plain(replacePlaceholders(message.body, message.values));
  const { lines, tag } = closingLines(message, frame);
  const url =
    message.button && isOurs(message.button.url, [...frame.portalOrigins, frame.adminOrigin])
      ? message.button.url
      : null;
  const button = message.button ? { label: message.button.label, url } : null;
  const html = layout({
    language: tag,
    subject,
    company: frame.company,
    color: frame.color,
    buttonText: textOn(frame.color),
    body: bodyHtml(body, frame.portalOrigins),
    button,
    lines,
  });
  // A text part needs the address once: messages usually name it in their body already.
  const buttonLine = url && !body.includes(url) ? [`${message.button?.label}:\n${url}`] : [];
  const text = `${[body, ...buttonLine, `-- \n${lines.join('\n')}`].join('\n\n')}\n`;
  return { subject, text, html };
}

/** An SMS is its text and nothing else; the subject is what lists call it. */
export const renderSms = ({ subject, body, values }: Pick<MessageText, 'subject' | 'body' | 'values'>): Rendered => ({
  subject: oneLine(replacePlaceholders(subject, values)),
  text: plain(replacePlaceholders(body, values)),
  html: '',
});

@Injectable()
export class MessageRenderer {
  constructor(
    private readonly settings: SettingsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The frame as the settings are now. */
  async frame(): Promise<Frame> {
    return frameOf(await this.settings.view(), this.config.adminOrigin);
  }

  /** The message as its receiver sees it, in the company's frame of this moment. For previews give dots as values. */
  async render(message: MessageText): Promise<Rendered> {
    return renderMessage(message, await this.frame());
  }
}
