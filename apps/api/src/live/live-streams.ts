import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { ActorSources } from '../http/actor-sources.js';
import type { PersonActor, StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { type Heard, LiveEvents } from './live-events.js';

const HEARTBEAT_MS = 20_000;
const RECHECK_MS = 30_000;
/** Nothing is told on the word of an older look at the session (SES-3). */
const TRUSTED_MS = 1_000;
const MOST_PER_SESSION = 5;
/** A reader this far behind is cut off; it connects again and fetches. */
const MOST_UNREAD_BYTES = 64 * 1024;

type Listener = StaffActor | PersonActor;

interface Stream {
  session: string;
  actor: Listener;
  request: FastifyRequest;
  checkedAt: number;
  /** A look that is under way. */
  checking: Promise<void> | undefined;
  reply: ServerResponse;
  timers: NodeJS.Timeout[];
  unsubscribe: () => void;
}

/** May this actor hear of the event? Staff of all; a contact of what the rights of this moment show (AZN-5, INV-8). */
export function mayHear(actor: Listener, event: Heard): boolean {
  if (event.type === 'resync' || actor.kind !== 'contact') return true;
  if (!('audience' in event) || !event.audience || event.audience.customerId !== actor.customerId) return false;
  if (actor.rights.has('case:read_company')) return true;
  const { contactId, followers = [] } = event.audience;
  return (
    actor.rights.has('case:read_own') && actor.contactId !== null && [contactId, ...followers].includes(actor.contactId)
  );
}

/** What goes over the wire: type and id, nothing that says whose it is. */
const line = (event: Heard): string =>
  `data: ${JSON.stringify('id' in event ? { type: event.type, id: event.id } : { type: event.type })}\n\n`;

/** Open server-sent event streams of this process. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly open = new Set<Stream>();

  constructor(
    private readonly events: LiveEvents,
    private readonly sources: ActorSources,
  ) {}

  /** Answers the request with a stream that lives until the reader leaves or the session ends. Throws request.too_many. */
  start(actor: Listener, request: FastifyRequest, reply: FastifyReply): void {
    const session = actor.sessionId ?? actor.id;
    if ([...this.open].filter((stream) => stream.session === session).length >= MOST_PER_SESSION)
      throw new AppError('request.too_many', { retryAfter: 30 });
    // HEAD: there is no body to wait for.
    if (request.method === 'HEAD') return void reply.type('text/event-stream').send();
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const live = { checkedAt: Date.now(), checking: undefined, timers: [], unsubscribe: () => undefined };
    const stream: Stream = { session, actor, request, reply: reply.raw, ...live };
    this.open.add(stream);
    stream.unsubscribe = this.events.subscribe(
      (event) => mayHear(stream.actor, event) && void this.tell(stream, event),
    );
    stream.timers.push(setInterval(() => this.write(stream, ': still here\n\n'), HEARTBEAT_MS));
    stream.timers.push(setInterval(() => void this.recheck(stream), RECHECK_MS));
    reply.raw.on('close', () => this.end(stream)).on('error', () => this.end(stream));
    this.write(stream, 'retry: 3000\n: connected\n\n');
  }

  onModuleDestroy(): void {
    for (const stream of this.open) this.end(stream);
  }

  private async tell(stream: Stream, event: Heard): Promise<void> {
    if (Date.now() - stream.checkedAt > TRUSTED_MS) await this.recheck(stream);
    if (this.open.has(stream) && mayHear(stream.actor, event)) this.write(stream, line(event));
  }

  /** However many events ask at once, one look answers them. */
  private recheck(stream: Stream): Promise<void> {
    stream.checking ??= this.look(stream).finally(() => {
      stream.checking = undefined;
    });
    return stream.checking;
  }

  /** The session, its person and their rights as they are now; a company chosen anew is another stream. */
  private async look(stream: Stream): Promise<void> {
    try {
      const { request } = stream;
      const passive = { passive: true };
      const actor =
        stream.actor.kind === 'contact'
          ? await this.sources.contact(request, passive)
          : await this.sources.staff(request, passive);
      const isSame =
        actor?.id === stream.actor.id &&
        (actor.kind !== 'contact' || actor.contactId === (stream.actor as PersonActor).contactId);
      stream.checkedAt = Date.now();
      if (actor && isSame) stream.actor = actor;
      else this.end(stream);
    } catch {
      this.end(stream);
    }
  }

  private write(stream: Stream, text: string): void {
    if (stream.reply.writableLength > MOST_UNREAD_BYTES) stream.reply.destroy();
    else if (!stream.reply.writableEnded) stream.reply.write(text);
  }

  private end(stream: Stream): void {
    if (!this.open.delete(stream)) return;
    stream.unsubscribe();
    for (const timer of stream.timers) clearInterval(timer);
    stream.reply.end();
  }
}
