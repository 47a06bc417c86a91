import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './app-error.js';
import { sendProblem } from './problem.filter.js';

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Answers 408 and lets go of the connection: whoever still writes would keep it for as long as the longest upload may take. */
function giveUp(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete || reply.sent) return;
  reply.raw.once('finish', () => request.raw.socket.destroy());
  sendProblem(request, reply.header('connection', 'close'), new AppError('request.timeout'));
}

/** A body that is not a file must have arrived after so many seconds, however it drips (R11). Files have the server's own, longer time. */
export function limitReceiveTime(
  fastify: FastifyInstance,
  limits: { seconds: number; except: readonly string[] },
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (hasBody(request) && !limits.except.includes(type)) {
      const timer = setTimeout(() => giveUp(request, reply), limits.seconds * 1000);
      for (const event of ['end', 'close'] as const) request.raw.once(event, () => clearTimeout(timer));
    }
    done();
  });
}
