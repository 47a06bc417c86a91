import type { Client } from './client.js';

export interface EventStream {
  status: number;
  /** Everything heard so far. */
  heard: { type: string; id?: string }[];
  /** True once the server has ended it. */
  isEnded(): boolean;
  close(): void;
}

/** Opens a stream as a browser does, and listens until it is closed. */
export async function listen(client: Client, path: string): Promise<EventStream> {
  const abort = new AbortController();
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${client.origin}/api/v1${path}`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: abort.signal,
  });
  const stream = { status: response.status, heard: [] as EventStream['heard'], ended: false };
  const read = async () => {
    let rest = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const parts = (rest + Buffer.from(chunk).toString()).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('data: ')) stream.heard.push(JSON.parse(part.slice(6)));
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => (stream.ended = true));
  return { ...stream, heard: stream.heard, isEnded: () => stream.ended, close: () => abort.abort() };
}
