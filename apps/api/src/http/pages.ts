import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { ActorSources } from './actor-sources.js';
import { AppError } from './app-error.js';
import { sendProblem } from './problem.filter.js';

const here = dirname(fileURLToPath(import.meta.url));
const workspace = join(here, '../../../..');
const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const ASSET = /^\/(?:admin\/)?assets\//;

/** Labels and follow links: a page of its own, small enough for a phone in a hall. */
const VISIT = /^\/(?:p\/|f(?:\/|$))/;

/** A file with a hash in its name never changes; everything else is asked for again. */
function sendFile(request: FastifyRequest, reply: FastifyReply, root: string): FastifyReply | undefined {
  const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
  const inRoot = path.replace(/^\/admin/, '');
  if (ASSET.test(path)) return reply.sendFile(inRoot, root, { maxAge: '365d', immutable: true });
  // A file at the top, such as the icon; never a map, never a hidden file (CFG-4).
  if (/^\/[\w-]+\.(?:svg|png|ico|js|webmanifest|txt)$/.test(inRoot) && existsSync(join(root, inRoot)))
    return reply.sendFile(inRoot, root, { maxAge: 0 });
  if (/\.\w{1,5}$/.test(inRoot)) return undefined;
  return reply.sendFile(VISIT.test(path) ? 'visit.html' : 'index.html', root, { maxAge: 0 });
}

function servePages(fastify: FastifyInstance): void {
  const portal = join(workspace, 'apps/portal/dist');
  const admin = join(workspace, 'apps/admin/dist');
  const missing = (request: FastifyRequest, reply: FastifyReply): void =>
    sendProblem(request, reply, new AppError('route.not_found'));
  const page = (root: string) => (request: FastifyRequest, reply: FastifyReply) =>
    sendFile(request, reply, root) ?? missing(request, reply);
  fastify.get('/admin', page(admin));
  fastify.get('/admin/*', page(admin));
  fastify.get('/', page(portal));
  fastify.get('/*', (request, reply) =>
    request.url.startsWith('/api/') ? missing(request, reply) : page(portal)(request, reply),
  );
}

const DOCS = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Latchkey API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>`;

const DOCS_START = `SwaggerUIBundle({ url: '/docs/openapi.json', dom_id: '#reference', deepLinking: true, docExpansion: 'none', validatorUrl: null });`;

/** The API reference: the committed contract, shown by Swagger UI. In production only staff may read it (CFG-3). */
function serveReference(fastify: FastifyInstance, sources: ActorSources, config: Config): void {
  const document = readFileSync(join(workspace, 'libs/api-client/openapi.json'));
  const files: Record<string, [string, () => string | Buffer]> = {
    '/docs': ['text/html; charset=utf-8', () => DOCS],
    '/docs/start.js': ['text/javascript; charset=utf-8', () => DOCS_START],
    '/docs/openapi.json': ['application/json; charset=utf-8', () => document],
    '/docs/swagger-ui.css': ['text/css; charset=utf-8', () => readFileSync(join(swagger, 'swagger-ui.css'))],
    '/docs/swagger-ui-bundle.js': [
      'text/javascript; charset=utf-8',
      () => readFileSync(join(swagger, 'swagger-ui-bundle.js')),
    ],
  };
  for (const [path, [type, content]] of Object.entries(files)) {
    fastify.get(path, async (request, reply) => {
      if (config.mode === 'production' && !(await sources.staff(request))) throw new AppError('session.required');
      return reply.type(type).send(content());
    });
  }
}

/** Serves the two apps and the API reference beside the API, in a scope of their own: Nest keeps the error handler of its routes. */
export async function registerPages(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const sources = app.get(ActorSources);
  await fastify.register(async (scope) => {
    await scope.register(fastifyStatic, { root: workspace, serve: false });
    scope.setErrorHandler((error, request, reply) =>
      sendProblem(request, reply, error instanceof AppError ? error : new AppError('route.not_found')),
    );
    servePages(scope);
    serveReference(scope, sources, config);
  });
}
