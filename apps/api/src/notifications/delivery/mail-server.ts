import { Inject, Injectable } from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import { CONFIG, type Config } from '../../config/config.js';
import type { SettingsDto } from '../../settings/settings.dto.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { DeliveryMode } from '../notification.dto.js';
import { type Frame, frameOf } from '../rendering/frame.js';
import type { Rendered } from '../rendering/message-renderer.js';
import { orderFor } from '../senders/sender-order.js';
import { type Sender, Senders } from '../senders/senders.js';
import { messageIdOf } from './message-id.js';
import { isServerTrouble, outcomeOf, words } from './smtp-outcome.js';

export interface Addressed {
  id: string;
  to: string;
  message: Rendered;
}

/** One sender, ready to take a message. */
export interface Way {
  /** Name of the sender and its mail server, for people. */
  server: string;
  frame: Frame;
  /** Hands one message over. Answers the server's line, throws nodemailer's error. */
  send(mail: Addressed): Promise<string>;
  /** Its server is in trouble: the others come first for a while. */
  rest(): void;
}

/** Where messages go at this moment. */
export interface Outlet {
  mode: DeliveryMode;
  /** Name of the usual mail server. */
  server: string;
  frame: Frame;
  /** Hands one message over to whoever takes it first. Throws the error of the last one that was asked. */
  send(mail: Addressed): Promise<string>;
  /** For a kind of message: whoever is meant for it, and who stands in, in order. Empty unless mode is smtp. */
  ways(kind: string): Way[];
}

/** So long a server that was in trouble is asked last. Per process, because it only spares waiting for it: no message depends on it. */
const REST_MS = 30_000;

/** The connections of one version of a sender, by its key. */
interface Pool {
  name: string;
  /** Messages that it was given and has not answered for. A pool that is closed would refuse them. */
  inHand: number;
}

const AUTO = { 'Auto-Submitted': 'auto-generated' };

/** The header is a place for an address of ours only; anything that could end it was encoded by URL. */
const stopHeaders = (url: string | undefined): Record<string, string> =>
  url ? { 'List-Unsubscribe': `<${new URL(url).href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};

/** Sender of every message: from settings only (D2). */
function fromOf(
  settings: SettingsDto,
  mail: Sender['mail'],
): { from: { name: string; address: string }; replyTo?: string } {
  const { fromName, fromAddress, replyTo, user } = mail;
  const own = user.includes('@') ? user : `no-reply@${new URL(settings.effectivePortalOrigin).hostname}`;
  const from = { name: fromName || settings.company.name, address: fromAddress || own };
  return { from, ...(replyTo ? { replyTo } : {}) };
}

/** Headers are built by the library from single values that we checked (MSG-3). The boundary comes from the id: copies are alike to the byte. */
const mailOf = (mail: Addressed, settings: SettingsDto, sender: Sender) => ({
  ...fromOf(settings, sender.mail),
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

async function handOver(ways: readonly Way[], mail: Addressed): Promise<string> {
  let problem: unknown = new Error('No mail server is set up');
  for (const way of ways) {
    try {
      return await way.send(mail);
    } catch (error) {
      if (!isServerTrouble(outcomeOf(error))) throw error;
      way.rest();
      problem = error;
    }
  }
  throw problem;
}

const serverOf = ({ name, options: { host, port } }: Sender): string => `${name ? `${name}, ` : ''}${host}:${port}`;

@Injectable()
export class MailServer {
  private readonly pools = new Map<string, Pool>();
  private readonly resting = new Map<string, number>();

  constructor(
    private readonly mailer: MailerService,
    private readonly settings: SettingsService,
    private readonly senders: Senders,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async mode(): Promise<DeliveryMode> {
    const isSetUp = await this.senders.hasAny(await this.settings.view());
    return this.modeOf(isSetUp);
  }

  async frame(): Promise<Frame> {
    return frameOf(await this.settings.view(), this.config.adminOrigin);
  }

  /** The From line, for people. */
  async from(): Promise<string> {
    const settings = await this.settings.view();
    const { name, address } = fromOf(settings, settings.mail).from;
    return `${name} <${address}>`;
  }

  /** The ways out as the settings are now; a changed mail server takes effect with the next message. */
  async outlet(): Promise<Outlet> {
    const settings = await this.settings.view();
    const senders = await this.senders.all(settings);
    this.closeAllBut(senders);
    const mode = this.modeOf(senders.length > 0);
    const frame = frameOf(settings, this.config.adminOrigin);
    const ways = (kind: string) =>
      this.rested(orderFor(kind, senders)).map((sender) => this.wayOf(sender, settings, frame));
    const [usual] = senders;
    return { mode, server: usual ? serverOf(usual) : '', frame, ways, send: (mail) => handOver(ways(''), mail) };
  }

  /** One message through a connection of its own, for the test button; `id`: of a further sender. */
  async sendOnce(mail: Addressed, id: string | null): Promise<string> {
    const settings = await this.settings.view();
    const sender = (await this.senders.all(settings)).find((one) => one.id === id);
    if (!sender) throw new Error('No mail server is set up');
    const transporterName = this.mailer.addTransporter(`once-${mail.id}`, sender.options);
    try {
      return await this.hand(transporterName, mailOf(mail, settings, sender));
    } finally {
      this.mailer.removeTransporter(transporterName);
    }
  }

  /** Closes every pool, whatever it has in hand: the process ends. */
  close(): void {
    for (const [key, { name }] of this.pools) this.drop(key, name);
  }

  private modeOf(isSetUp: boolean): DeliveryMode {
    if (isSetUp) return 'smtp';
    return this.config.mode === 'production' ? 'off' : 'outbox';
  }

  /** Those in trouble last; when all are, each is asked all the same. */
  private rested(senders: readonly Sender[]): Sender[] {
    const rests = ({ key }: Sender): boolean => (this.resting.get(key) ?? 0) > performance.now();
    return [...senders.filter((one) => !rests(one)), ...senders.filter(rests)];
  }

  private wayOf(sender: Sender, settings: SettingsDto, frame: Frame): Way {
    return {
      server: serverOf(sender),
      frame: { ...frame, footer: sender.mail.footer },
      send: async (mail) => {
        const answer = await this.handToPool(sender, mailOf(mail, settings, sender));
        // Whoever took one is well again.
        this.resting.delete(sender.key);
        return answer;
      },
      rest: () => void this.resting.set(sender.key, performance.now() + REST_MS),
    };
  }

  private async hand(transporterName: string, mail: ReturnType<typeof mailOf>): Promise<string> {
    const sent = (await this.mailer.sendMail({ ...mail, transporterName })) as { response?: string };
    return words(sent.response ?? 'accepted');
  }

  private async handToPool(sender: Sender, mail: ReturnType<typeof mailOf>): Promise<string> {
    const pool = this.pooled(sender);
    pool.inHand += 1;
    try {
      return await this.hand(pool.name, mail);
    } finally {
      pool.inHand -= 1;
    }
  }

  /** One pool for one version of a sender. */
  private pooled({ key, options }: Sender): Pool {
    const known = this.pools.get(key);
    if (known) return known;
    const pooling = { pool: true, maxConnections: this.config.worker.slots, maxMessages: 100 };
    const pool = { name: this.mailer.addTransporter(key, { ...options, ...pooling }), inHand: 0 };
    this.pools.set(key, pool);
    return pool;
  }

  /** A pool of an earlier version finishes what it has in hand; it is closed when a later round finds it idle. */
  private closeAllBut(senders: readonly Sender[]): void {
    const used = new Set(senders.map(({ key }) => key));
    for (const [key, { name, inHand }] of this.pools) {
      if (!used.has(key) && inHand === 0) this.drop(key, name);
    }
    for (const key of this.resting.keys()) if (!used.has(key)) this.resting.delete(key);
  }

  private drop(key: string, name: string): void {
    this.mailer.removeTransporter(name);
    this.pools.delete(key);
  }
}
