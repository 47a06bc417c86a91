import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { JsonLogger } from './http/logger.js';

/** The delivery worker without HTTP, for ROLE=worker: it works from now on, until close(). */
export async function createWorker(config: Config): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.with(config), { logger: new JsonLogger(config.logLevel), abortOnError: false });
}
