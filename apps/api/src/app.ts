import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { createAdapter, prepareFastify } from './http/fastify.js';
import { JsonLogger } from './http/logger.js';

export const API_PREFIX = 'api/v1';

/** Paths outside the API prefix. */
export const UNPREFIXED = ['health/live', 'health/ready', 'outbox', 'outbox/:id', 'outbox/:id/html'];

/** The whole application, not listening yet. Tests, `npm start` and the image all run exactly this. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), createAdapter(config), {
    logger: new JsonLogger(config.logLevel),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED });
  await prepareFastify(app, config);
  return app;
}
