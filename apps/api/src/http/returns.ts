import { applyDecorators, HttpCode } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

type Method = (...args: never[]) => unknown;

/** A handler whose answer fits the schema; `never` (a compile error at the decorator) when it does not. */
type Fitting<H extends Method, T extends z.ZodType> =
  Awaited<ReturnType<H>> extends z.input<T> ? TypedPropertyDescriptor<H> : never;

export const RETURNS = 'latchkey:returns';

const isNull = (schema: unknown): boolean => (schema as { type?: unknown } | null)?.type === 'null';

/**
 * Writes `anyOf: [X, null]` as X with `nullable`: for anyOf the serializer asks a validator about every value of every row.
 * A reference stays as it is, because the serializer reads nothing beside it.
 */
function withNullable(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withNullable);
  if (typeof json !== 'object' || json === null) return json;
  const { anyOf, ...rest } = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withNullable(value)]));
  if (!Array.isArray(anyOf)) return rest;
  const [one, ...others] = anyOf.filter((option) => !isNull(option)) as Record<string, unknown>[];
  const isNullable = one !== undefined && others.length === 0 && anyOf.some(isNull) && typeof one.type === 'string';
  return isNullable ? { ...rest, ...one, nullable: true } : { ...rest, anyOf };
}

/**
 * Says what a route answers, once, for three readers: the compiler (the handler must fit), the serializer
 * (undeclared fields are dropped, AZN-3) and the contract.
 */
export function Returns<T extends z.ZodType>(status: number, schema: T) {
  const json = withNullable(z.toJSONSchema(schema, { io: 'output', target: 'draft-7', unrepresentable: 'any' }));
  return <H extends Method>(
    target: object,
    key: string | symbol,
    fitting: TypedPropertyDescriptor<H> & Fitting<H, T>,
  ): void => {
    const descriptor: TypedPropertyDescriptor<H> = fitting;
    Reflect.defineMetadata(RETURNS, { status, schema }, descriptor.value as object);
    applyDecorators(
      HttpCode(status),
      RouteSchema({ response: { [status]: json } }),
      ApiResponse({ status, standardSchema: schema as never }),
    )(target, key, descriptor);
  };
}

export const RETURNS_FILE = 'latchkey:returns-file';

/** The answer is a file or a stream, of this media type. */
export function ReturnsFile(...types: string[]): MethodDecorator {
  const content = Object.fromEntries(
    types.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]),
  );
  return (target, key, descriptor) => {
    Reflect.defineMetadata(RETURNS_FILE, types, descriptor.value as object);
    applyDecorators(HttpCode(200), ApiResponse({ status: 200, content }))(target, key, descriptor);
  };
}
