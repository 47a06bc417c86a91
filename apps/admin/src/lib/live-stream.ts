/**
 * "Something about this row changed": fetch it again. `resync`: events may have been missed, fetch all that is shown.
 * `refused`: the stream was not let through, which may mean that the session is over.
 */
export interface LiveEvent {
  type: string;
  id?: string;
}

type Listener = (event: LiveEvent) => void;

/** The part of EventSource that is used here. */
export interface Source {
  addEventListener: (type: string, listener: (event: Event) => void) => void;
  readonly readyState: number;
  close: () => void;
}

const CLOSED = 2;
const RETRY_MS = { first: 1_000, most: 60_000 };
/** Browsers allow six connections to one address: a tab that nobody looks at gives its own back. */
const HIDDEN_MS = 10_000;

export const parseEvent = (data: string): LiveEvent | null => {
  try {
    const event: unknown = JSON.parse(data);
    const type = (event as { type?: unknown } | null)?.type;
    return typeof type === 'string' ? (event as LiveEvent) : null;
  } catch {
    return null;
  }
};

/** 1 s, 2 s, 4 s … one minute, each shortened by up to half so that many tabs do not come back at once. */
export const retryDelay = (attempt: number, chance = Math.random()): number =>
  Math.min(RETRY_MS.first * 2 ** attempt, RETRY_MS.most) * (1 - chance / 2);

const watchVisibility = (show: () => void, hide: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const change = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') show();
    else timer = setTimeout(hide, HIDDEN_MS);
  };
  document.addEventListener('visibilitychange', change);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', change);
  };
};

/** A stream of live events that is open while somebody listens and the tab is looked at; it comes back by itself. */
export class LiveStream {
  private readonly listeners = new Set<Listener>();
  private source: Source | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private unwatch: (() => void) | undefined;
  private attempt = 0;
  private wasOpen = false;

  constructor(
    private readonly open: () => Source,
    private readonly watch = watchVisibility,
  ) {}

  /** Answers the function that ends it. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.unwatch = this.watch(
        () => this.connect(),
        () => this.disconnect(),
      );
      this.connect();
    }
    return () => this.leave(listener);
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    this.unwatch?.();
    this.disconnect();
    this.wasOpen = false;
  }

  private tell(event: LiveEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private connect(): void {
    if (this.source && this.source.readyState !== CLOSED) return;
    this.disconnect();
    const source = this.open();
    this.source = source;
    source.addEventListener('open', () => this.opened());
    source.addEventListener('message', (message) => {
      const event = parseEvent((message as MessageEvent<string>).data);
      if (event) this.tell(event);
    });
    source.addEventListener('error', () => this.failed(source));
  }

  private disconnect(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = undefined;
  }

  private opened(): void {
    this.attempt = 0;
    if (this.wasOpen) this.tell({ type: 'resync' });
    this.wasOpen = true;
  }

  /** A broken connection the browser mends itself; after a refusal it gives up, and we try again later. */
  private failed(source: Source): void {
    if (source.readyState !== CLOSED || this.source !== source) return;
    this.retry = setTimeout(() => this.connect(), retryDelay(this.attempt));
    this.attempt += 1;
    this.tell({ type: 'refused' });
  }
}
