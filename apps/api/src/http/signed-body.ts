import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Routes whose callers sign what they send, byte for byte. */
const SIGNED = /^\/api\/v1\/sms-reports$/;

const texts = new WeakMap<object, string>();

/** Keeps the text of a body that somebody signed, until the request is answered. */
export function keepSigned(request: FastifyRequest, text: string): void {
  if (SIGNED.test(request.url)) texts.set(request, text);
}

export interface SignedBody {
  text: string;
  /** The header of that name; empty when it is absent. */
  header(name: string): string;
}

/** What a caller signed, and the headers with the proof. */
export const Signed = createParamDecorator((_: unknown, context: ExecutionContext): SignedBody => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const header = (name: string): string => [request.headers[name] ?? ''].flat()[0] ?? '';
  return { text: texts.get(request) ?? '', header };
});
