import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { API_PREFIX, UNPREFIXED } from './app.js';
import { readConfig } from './config/config.js';
import { finishDocument } from './http/contract.js';

/** The contract, made from the decorators alone: needs no database. */
export async function createDocument(): Promise<OpenAPIObject> {
  const config = readConfig({
    DATABASE_URL: 'postgres://none',
    APP_SECRET: 'only-for-writing-the-contract-0123456789',
    MODE: 'test',
  });
  const app = await NestFactory.create(AppModule.with(config), new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED });
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Latchkey API')
    .setDescription('Give every customer a way in. Errors are RFC 9457 problems with a stable `code`.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' }, 'key')
    .build();
  return finishDocument(
    SwaggerModule.createDocument(app, options, { operationIdFactory: (_controller, method) => method }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('../../../libs/api-client/openapi.json', import.meta.url);
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(await createDocument(), null, 2)}\n`);
}
