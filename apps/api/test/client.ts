import type { Answer, Body } from './answer.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type HeaderFields = Record<string, string>;

interface Sending {
  method: Method;
  path: string;
  body?: unknown;
  headers?: HeaderFields | undefined;
}

/** What stands at the root of the server; all else is below /api/v1. */
const ROOT_PATH = /^\/((api|health|outbox|docs|admin|assets)([/?]|$)|$)/;

interface Content {
  type?: HeaderFields;
  body?: RequestInit['body'];
}

function content(body: unknown): Content {
  if (body instanceof Uint8Array || typeof body === 'string' || body instanceof ReadableStream)
    return { body: body as RequestInit['body'] };
  return { body: JSON.stringify(body), type: { 'content-type': 'application/json' } };
}

/** A small browser: keeps cookies, sends what the apps send. Paths without a leading /api are below /api/v1. */
export class Client {
  readonly cookies = new Map<string, string>();
  /** Sent with every request; a test may add or take away. */
  readonly headers: HeaderFields = { 'x-requested-with': 'latchkey' };

  constructor(readonly origin: string) {}

  get<T = Body>(path: string, headers?: HeaderFields): Promise<Answer<T>> {
    return this.send({ method: 'GET', path, headers });
  }
  post<T = Body>(path: string, body?: unknown, headers?: HeaderFields): Promise<Answer<T>> {
    return this.send({ method: 'POST', path, body, headers });
  }
  put<T = Body>(path: string, body?: unknown, headers?: HeaderFields): Promise<Answer<T>> {
    return this.send({ method: 'PUT', path, body, headers });
  }
  patch<T = Body>(path: string, body?: unknown, headers?: HeaderFields): Promise<Answer<T>> {
    return this.send({ method: 'PATCH', path, body, headers });
  }
  delete<T = Body>(path: string, body?: unknown, headers?: HeaderFields): Promise<Answer<T>> {
    return this.send({ method: 'DELETE', path, body, headers });
  }

  /** Sends `body` as JSON, or as it is when it is bytes (name the content type then). */
  async send<T = Body>({ method, path, body, headers }: Sending): Promise<Answer<T>> {
    const sent = body === undefined ? {} : content(body);
    const response = await fetch(this.origin + (ROOT_PATH.test(path) ? path : `/api/v1${path}`), {
      method,
      redirect: 'manual',
      headers: { ...this.headers, ...this.cookieHeader(), ...sent.type, ...headers },
      ...(sent.body === undefined ? {} : { body: sent.body }),
    });
    this.keepCookies(response.headers.getSetCookie());
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text ? JSON.parse(text) : text) as T,
    };
  }

  private cookieHeader(): HeaderFields {
    if (this.cookies.size === 0) return {};
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private keepCookies(lines: string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }
}
