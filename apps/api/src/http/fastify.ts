import fastifyCookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.js';
import { AppError } from './app-error.js';
import { sendProblem } from './problem.filter.js';
import { limitReceiveTime } from './receive-time.js';
import { SameSite } from './same-site.js';
import { securityHeaders } from './security-headers.js';
import { keepSigned } from './signed-body.js';
import { buildSerializer } from './serializers.js';
import { assertPlainJson } from './text-guard.js';

const JSON_LIMIT = 256 * 1024;

/** Fastify with every limit of INP-1 and R11 set. Only named proxies may speak for a client's address (AUT-3). */
export function createAdapter(config: Config): FastifyAdapter {
  const headers = securityHeaders(config);
  const { receiveSeconds } = config;
  const options: Record<string, unknown> = {
    bodyLimit: JSON_LIMIT,
    // A request id of the outside is not taken over: it would let anybody write into our logs.
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    connectionTimeout: 60_000,
    // The longest that may be sent is a file; everything else ends sooner (receive-time.ts).
    requestTimeout: receiveSeconds.upload * 1000,
    keepAliveTimeout: 5_000,
    forceCloseConnections: true,
    schemaController: { compilersFactory: { buildSerializer } },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false, caseSensitive: true },
    http: {
      headersTimeout: receiveSeconds.headers * 1000,
      // How often Node looks for requests that are late: by default only every 30 s.
      connectionsCheckingInterval: Math.min(5_000, receiveSeconds.headers * 500),
      maxHeaderSize: 16 * 1024,
    },
    logger: false,
    // What the router itself refuses (an unreadable or endless parameter) passes no hook: same form, same headers (CFG-2).
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(headers(request.url));
      sendProblem(request, reply, new AppError(error.statusCode === 414 ? 'request.too_large' : 'request.malformed'));
    },
  };
  return new FastifyAdapter(options);
}

/** JSON as text first: looked at before it is parsed (text-guard.ts). */
function parseJson(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const json = body as string;
    try {
      keepSigned(request, json);
      assertPlainJson(json);
      done(null, json === '' ? undefined : JSON.parse(json));
    } catch (error) {
      done(error instanceof AppError ? error : new AppError('request.malformed'));
    }
  });
}

/** The route that mail providers post a form to (RFC 8058); what stands in it says nothing that its address does not. */
const ONE_CLICK = /^\/api\/v1\/portal\/mail-stops\/[\w-]+$/;
/** Twilio reports in a form too; its signature is over every field (sms-reports). */
const TWILIO_REPORT = /^\/api\/v1\/sms-reports\/twilio\/[\w-]+$/;
const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)/;

function takeFewForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(FORM_TYPES, { parseAs: 'string', bodyLimit: 4_096 }, (request, body, done) => {
    if (ONE_CLICK.test(request.url)) done(null, undefined);
    else if (TWILIO_REPORT.test(request.url)) done(null, Object.fromEntries(new URLSearchParams(body as string)));
    else done(new AppError('request.unsupported_type'));
  });
}

/** Uploads are one raw body of their own type, read by the route as a stream; no multipart, no form types (SES-8). */
export const UPLOAD_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'text/csv',
  'message/rfc822',
] as const;

function passUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser([...UPLOAD_TYPES], (_request, payload, done) => done(null, payload));
}

function isPlainUrl(request: FastifyRequest): boolean {
  return request.url.length <= 8_192 && request.url.split('&').length <= 100;
}

/** Hooks that hold for every answer, files and errors included. */
export async function prepareFastify(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const sites = app.get(SameSite);
  const headers = securityHeaders(config);
  await fastify.register(fastifyCookie);
  parseJson(fastify);
  passUploads(fastify);
  takeFewForms(fastify);
  // With a callback, not a promise: it runs for every request, and waits only for a host of no configuration.
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).headers(headers(request.url));
    // Unless a route says otherwise.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    const refuse = (code: 'request.wrong_host' | 'request.too_large') =>
      sendProblem(request, reply, new AppError(code));
    const host = request.headers.host ?? '';
    if (!isPlainUrl(request)) refuse('request.too_large');
    else if (sites.knows(host)) done();
    else void sites.knowsByNow(host).then((isKnown) => (isKnown ? done() : refuse('request.wrong_host')), done);
  });
  limitReceiveTime(fastify, { seconds: config.receiveSeconds.json, except: UPLOAD_TYPES });
}
