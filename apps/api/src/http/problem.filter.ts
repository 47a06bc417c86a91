import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './app-error.js';
import type { ErrorCode } from './error-codes.js';

/** PostgreSQL's SQLSTATE to our codes; nothing of the database's own words leaves the server (D21). */
const DATABASE: Record<string, ErrorCode> = {
  '23505': 'row.conflict',
  '23503': 'row.in_use',
  '23514': 'row.conflict',
  '22021': 'request.invalid_text',
  '22P05': 'request.invalid_text',
  '22003': 'request.invalid_parameters',
  '22P02': 'request.invalid_parameters',
  '22007': 'request.invalid_parameters',
  '22008': 'request.invalid_parameters',
  '22009': 'request.invalid_parameters',
  '22023': 'request.invalid_parameters',
  '40001': 'service.unavailable',
  '40P01': 'service.unavailable',
  '57014': 'service.unavailable',
  '53300': 'service.unavailable',
  '57P01': 'service.unavailable',
  '57P03': 'service.unavailable',
  ECONNREFUSED: 'service.unavailable',
  ECONNRESET: 'service.unavailable',
  ENOENT: 'service.unavailable',
};

const HTTP: Record<number, ErrorCode> = {
  400: 'request.malformed',
  404: 'route.not_found',
  405: 'route.method_not_allowed',
  408: 'request.timeout',
  413: 'request.too_large',
  414: 'request.too_large',
  415: 'request.unsupported_type',
  431: 'request.too_large',
};

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status !== undefined && HTTP[status]) return new AppError(HTTP[status]);
  if (code && DATABASE[code]) return new AppError(DATABASE[code]);
  if (message?.includes('timeout exceeded when trying to connect')) return new AppError('service.unavailable');
  return new AppError('server.error');
}

/** Sends RFC 9457 for an error. Exported for the few answers that are made before Nest is asked. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): void {
  const { retryAfter, ...facts } = error.facts;
  const seconds = retryAfter ?? (error.status === 503 ? 2 : undefined);
  if (seconds !== undefined) void reply.header('retry-after', String(seconds));
  if (error.status === 401) void reply.header('www-authenticate', 'Session');
  const problem = {
    type: `urn:latchkey:problem:${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    instance: request.id,
    ...facts,
  };
  // Serialised here: a route's response schema describes its success only.
  void reply
    .code(error.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(String)
    .send(JSON.stringify(problem));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toAppError(error);
    if (problem.status >= 500) this.log.error({ err: error, requestId: request.id }, problem.code);
    if (!reply.sent) sendProblem(request, reply, problem);
  }
}
