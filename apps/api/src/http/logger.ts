import type { LoggerService } from '@nestjs/common';
import { pino, stdSerializers } from 'pino';

const SECRET_FIELDS = ['password', 'secret', 'pin', 'token', 'authorization', 'cookie', 'key', 'next', 'current'];

/** JSON lines on stderr. Whatever is named like a secret is cut at any depth that we log (CFG-5). */
export const createPino = (level: string) =>
  pino(
    {
      level,
      base: { service: 'latchkey' },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
      serializers: {
        err: (error: Error) => withoutValues(stdSerializers.err(error) as unknown as Record<string, unknown>),
      },
    },
    pino.destination({ fd: 2, sync: false }),
  );

/** A failed statement carries its values: they may hold anything a person typed. */
function withoutValues(error: Record<string, unknown>): Record<string, unknown> {
  const { parameters: _parameters, driverError: _driverError, detail: _detail, where: _where, ...rest } = error;
  return rest;
}

/** Nest's logger over pino. */
export class JsonLogger implements LoggerService {
  private readonly pino;

  constructor(level: string) {
    this.pino = createPino(level);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(level: 'info' | 'warn' | 'error' | 'debug', message: unknown, rest: unknown[]): void {
    const context = rest.findLast((part) => typeof part === 'string');
    if (message instanceof Error) this.pino[level]({ context, err: message }, message.message);
    else if (typeof message === 'object' && message !== null)
      this.pino[level]({ context, ...message }, rest.length > 1 ? String(rest[0]) : undefined);
    else this.pino[level]({ context }, String(message));
  }
}
