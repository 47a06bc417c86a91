export interface Answer<T = any> {
  status: number;
  headers: Headers;
  /** Parsed JSON, or the text when it is none. */
  body: T;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A small browser: keeps cookies, sends what the apps send. Paths without a leading /api are below /api/v1. */
export class Client {
  readonly cookies = new Map<string, string>();
  /** Sent with every request; a test may add or take away. */
  readonly headers: Record<string, string> = { 'x-requested-with': 'latchkey' };

  constructor(readonly origin: string) {}

  get<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send('GET', path, undefined, headers);
  }
  post<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send('POST', path, body, headers);
  }
  put<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send('PUT', path, body, headers);
  }
  patch<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send('PATCH', path, body, headers);
  }
  delete<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send('DELETE', path, body, headers);
  }

  /** Sends `body` as JSON, or as it is when it is bytes (name the content type then). */
  async send<T = any>(
    method: Method,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const raw = body instanceof Uint8Array || typeof body === 'string' || body instanceof ReadableStream;
    const response = await fetch(
      this.origin + (/^\/((api|health|outbox|docs|admin|assets)([/?]|$)|$)/.test(path) ? path : `/api/v1${path}`),
      {
        method,
        redirect: 'manual',
        headers: {
          ...this.headers,
          ...(this.cookies.size > 0
            ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
            : {}),
          ...(body !== undefined && !raw ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: raw ? (body as RequestInit['body']) : JSON.stringify(body) }),
      },
    );
    this.keepCookies(response.headers.getSetCookie());
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text ? JSON.parse(text) : text) as T,
    };
  }

  private keepCookies(lines: string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }
}
