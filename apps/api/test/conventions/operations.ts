import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { KNOWN_ID, type Making, type Schema, valueOf } from './arbitraries.js';

export interface Operation {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[];
  bodies: Record<string, { schema: Schema }>;
  /** Status to media types. */
  answers: Record<string, string[]>;
}

export interface GeneratedRequest {
  operation: Operation;
  parameters: Record<string, unknown>;
  body: unknown;
  type: string | undefined;
}

interface RawOperation {
  operationId: string;
  parameters?: Operation['parameters'];
  requestBody?: { content: Operation['bodies'] };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, RawOperation>).map(([method, raw]) => ({
      id: raw.operationId,
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters: raw.parameters ?? [],
      bodies: raw.requestBody?.content ?? {},
      answers: Object.fromEntries(
        Object.entries(raw.responses).map(([status, { content }]) => [status, Object.keys(content ?? {})]),
      ),
    })),
  );
}

export const makingFrom = (document: OpenAPIObject, broken: number): Making => ({
  broken,
  find: (ref) => (document.components?.schemas?.[ref.split('/').at(-1) ?? ''] ?? {}) as Schema,
});

/** One pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function bodyOf(operation: Operation, making: Making): fc.Arbitrary<{ body: unknown; type: string | undefined }> {
  const kinds = Object.entries(operation.bodies).map(([type, { schema }]) => {
    const bytes = fc.oneof(
      fc.constant(PNG),
      fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
      fc.constant(Buffer.from('name;e-mail\nEva;eva@example.org\n')),
    );
    const body: fc.Arbitrary<unknown> = type === 'application/json' ? valueOf(schema, making) : bytes;
    return body.map((value) => ({ body: value, type }));
  });
  return kinds.length > 0 ? fc.oneof(...kinds) : fc.constant({ body: undefined, type: undefined });
}

/** `customers` of /api/v1/customers/{id}/activity, `portal_cases` of /api/v1/portal/cases/{id}. */
export const collectionOf = (path: string): string =>
  (path.replace('/api/v1/', '').split(/\/[{:]|\?/)[0] ?? '').replaceAll(/\W/g, '_');

/** Requests of an operation: required parameters always, the others sometimes. */
export function requestsOf(operation: Operation, making: Making): fc.Arbitrary<GeneratedRequest> {
  const values = Object.fromEntries(
    operation.parameters.map((parameter) => [
      parameter.name,
      valueOf(parameter.schema, {
        ...making,
        property: parameter.in === 'path' ? collectionOf(operation.path) : parameter.name,
      }),
    ]),
  );
  const requiredKeys = operation.parameters
    .filter((parameter) => parameter.required)
    .map((parameter) => parameter.name);
  return fc
    .tuple(fc.record(values, { requiredKeys }), bodyOf(operation, making))
    .map(([parameters, sent]) => ({ operation, parameters, ...sent }));
}

/** Lone surrogates cannot stand in an address. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** What a header may hold: visible ASCII; anything else is refused by the client itself. */
const headerText = (value: unknown): string =>
  textOf(value)
    .replace(/[^\x20-\x7e]/g, '')
    .trim() || '"1"';

export interface Wire {
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

/** What earlier answers have told. */
export interface Known {
  id: (property: string) => string;
  version: (path: string) => number | undefined;
}

/** The request as it goes out, with ids and versions of things that exist put in. */
export function toWire({ operation, parameters, body, type }: GeneratedRequest, known: Known): Wire {
  const filled = JSON.parse(
    JSON.stringify(parameters).replaceAll(KNOWN_ID, (_, property: string) => known.id(property)),
  ) as Record<string, unknown>;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  let path = operation.path;
  for (const parameter of operation.parameters.filter(({ name }) => name in filled)) {
    const value = filled[parameter.name];
    if (parameter.in === 'path')
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(wellFormed(textOf(value))) || 'x');
    else if (parameter.in === 'header') headers[parameter.name.toLowerCase()] = headerText(value);
    else query.append(parameter.name, wellFormed(textOf(value)));
  }
  const version = known.version(path);
  if ('if-match' in headers && version !== undefined) headers['if-match'] = `"${version}"`;
  if (type) headers['content-type'] = type;
  const json =
    type === 'application/json'
      ? JSON.stringify(body)?.replaceAll(KNOWN_ID, (_, property: string) => known.id(property))
      : undefined;
  return { path: query.size > 0 ? `${path}?${query.toString()}` : path, headers, body: json ?? body };
}
