import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { ERROR_CODES } from './error-codes.js';
import { routeComments } from './route-comments.js';
import { Problem } from './schemas.js';

const PROBLEM = {
  description: 'A problem (RFC 9457); `code` is one of the codes in the description of this API',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** What every route can answer besides its success. */
const ALWAYS = [
  '400',
  '401',
  '403',
  '404',
  '408',
  '409',
  '412',
  '413',
  '415',
  '421',
  '422',
  '428',
  '429',
  '500',
  '503',
  '410',
];

/** Adds to each operation the problems it can answer, and lists the error codes once. */
export function finishDocument(document: OpenAPIObject): OpenAPIObject {
  const problem = z.toJSONSchema(Problem, { io: 'output' }).$defs?.Problem;
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem as never },
  };
  const comments = routeComments();
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(
      path as Record<
        string,
        { operationId?: string; summary?: string; responses?: Record<string, unknown>; security?: unknown }
      >,
    )) {
      if (!operation?.responses) continue;
      operation.summary ??= comments.get(operation.operationId ?? '') ?? '';
      for (const status of ALWAYS) operation.responses[status] ??= PROBLEM;
    }
  }
  const codes = Object.entries(ERROR_CODES).map(([code, [status, title]]) => `| \`${code}\` | ${status} | ${title} |`);
  document.info.description = `${document.info.description}\n\n| code | status | meaning |\n|---|---|---|\n${codes.join('\n')}`;
  return document;
}
