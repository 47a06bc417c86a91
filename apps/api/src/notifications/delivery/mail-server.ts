import { Inject, Injectable } from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import { CONFIG, type Config } from '../../config/config.js';
import type { SettingsDto } from '../../settings/settings.dto.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { DeliveryMode } from '../notification.dto.js';
import { type Frame, frameOf } from '../rendering/frame.js';
import type { Rendered } from '../rendering/message-renderer.js';
import { messageIdOf } from './message-id.js';
import { smtpOptions } from './smtp-options.js';
import { words } from './smtp-outcome.js';

export interface Addressed {
  id: string;
  to: string;
  message: Rendered;
}

/** Where messages go at this moment. */
export interface Outlet {
  mode: DeliveryMode;
  /** Name of the mail server. */
  server: string;
  frame: Frame;
  /** Hands one message over. Answers the server's line, throws nodemailer's error. Only where mode is smtp. */
  send(mail: Addressed): Promise<string>;
}

const AUTO = { 'Auto-Submitted': 'auto-generated' };

/** The header is a place for an address of ours only; anything that could end it was encoded by URL. */
const stopHeaders = (url: string | undefined): Record<string, string> =>
  url ? { 'List-Unsubscribe': `<${new URL(url).href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};

/** Sender of every message: from settings only (D2). */
function sender(settings: SettingsDto): { from: { name: string; address: string }; replyTo?: string } {
  const { fromName, fromAddress, replyTo, user } = settings.mail;
  const own = user.includes('@') ? user : `no-reply@${new URL(settings.effectivePortalOrigin).hostname}`;
  const from = { name: fromName || settings.company.name, address: fromAddress || own };
  return { from, ...(replyTo ? { replyTo } : {}) };
}

/** Headers are built by the library from single values that we checked (MSG-3). The boundary comes from the id: copies are alike to the byte. */
const mailOf = (mail: Addressed, settings: SettingsDto) => ({
  ...sender(settings),
  to: { name: '', address: mail.to },
  subject: mail.message.subject,
  text: mail.message.text,
  html: mail.message.html,
  messageId: messageIdOf(mail.id, settings.effectivePortalOrigin),
  baseBoundary: mail.id,
  // Servers that speak DSN (RFC 3461) name this id when they send the message back, and send its headers only.
  dsn: { id: mail.id, return: 'headers' as const, notify: ['FAILURE' as const], recipient: mail.to },
  headers: { ...AUTO, ...stopHeaders(mail.message.stopUrl) },
  disableFileAccess: true,
  disableUrlAccess: true,
});

@Injectable()
export class MailServer {
  private transport: { name: string; version: number; server: string } | undefined;

  constructor(
    private readonly mailer: MailerService,
    private readonly settings: SettingsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async mode(): Promise<DeliveryMode> {
    return this.modeOf(await this.settings.view());
  }

  async frame(): Promise<Frame> {
    return frameOf(await this.settings.view(), this.config.adminOrigin);
  }

  /** The From line, for people. */
  async from(): Promise<string> {
    const { name, address } = sender(await this.settings.view()).from;
    return `${name} <${address}>`;
  }

  /** The way out as the settings are now; a changed mail server takes effect with the next message. */
  async outlet(): Promise<Outlet> {
    const settings = await this.settings.view();
    const mode = this.modeOf(settings);
    const frame = frameOf(settings, this.config.adminOrigin);
    if (mode !== 'smtp')
      return { mode, server: '', frame, send: () => Promise.reject(new Error('No mail server is set up')) };
    const { name, server } = await this.pooled(settings);
    return { mode, server, frame, send: (mail) => this.hand(name, mail, settings) };
  }

  /** One message through a connection of its own, for the test button. */
  async sendOnce(mail: Addressed): Promise<string> {
    const settings = await this.settings.view();
    const options = smtpOptions(settings.mail, await this.settings.smtpPassword(), this.config);
    if (!options) throw new Error('No mail server is set up');
    const transporterName = this.mailer.addTransporter(`once-${mail.id}`, options);
    try {
      return await this.hand(transporterName, mail, settings);
    } finally {
      this.mailer.removeTransporter(transporterName);
    }
  }

  close(): void {
    if (this.transport) this.mailer.removeTransporter(this.transport.name);
    this.transport = undefined;
  }

  private modeOf(settings: SettingsDto): DeliveryMode {
    if (settings.mail.host || this.config.smtpUrl) return 'smtp';
    return this.config.mode === 'production' ? 'off' : 'outbox';
  }

  private async hand(transporterName: string, mail: Addressed, settings: SettingsDto): Promise<string> {
    const sent = (await this.mailer.sendMail({ ...mailOf(mail, settings), transporterName })) as { response?: string };
    return words(sent.response ?? 'accepted');
  }

  /** One pool for one version of the settings; the pool before finishes what it has in hand. */
  private async pooled(settings: SettingsDto): Promise<{ name: string; server: string }> {
    if (this.transport?.version === settings.version) return this.transport;
    const options = smtpOptions(settings.mail, await this.settings.smtpPassword(), this.config);
    if (!options) throw new Error('No mail server is set up');
    this.close();
    const name = this.mailer.addTransporter(`settings-${settings.version}`, {
      ...options,
      pool: true,
      maxConnections: this.config.worker.slots,
      maxMessages: 100,
    });
    this.transport = { name, version: settings.version, server: `${options.host}:${options.port}` };
    return this.transport;
  }
}
