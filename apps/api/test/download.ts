import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Client } from './client.js';

export interface Download {
  status: number;
  headers: Headers;
  stream: Readable;
}

/** Asks as the client's browser does, and gives the bytes as they come. Without a body it is a GET. */
export async function download(client: Client, path: string, body?: unknown): Promise<Download> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { ...client.headers, cookie };
  const asked =
    body === undefined
      ? { headers }
      : { method: 'POST', body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
  const response = await fetch(`${client.origin}/api/v1${path}`, asked);
  if (!response.body) throw new Error(`${path} answered no body`);
  return {
    status: response.status,
    headers: response.headers,
    stream: Readable.fromWeb(response.body as ReadableStream),
  };
}
