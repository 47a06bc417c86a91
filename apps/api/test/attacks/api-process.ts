import 'reflect-metadata';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config/config.js';

/** The API of the product in a process of its own; says its port when it answers. */
const app = await createApp(readConfig(process.env));
await app.listen(0, '127.0.0.1');
console.log(`port ${(app.getHttpServer().address() as { port: number }).port}`);
