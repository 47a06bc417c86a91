import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config/config.js';
import { AccessRunsWorker } from '../../src/credentials/access-runs/access-runs.worker.js';

/** The product in a process of its own that works on access runs until it is killed. */
const app = await createApp(readConfig(process.env));
await app.init();
console.log('working');
for (;;) {
  await app.get(AccessRunsWorker).work();
  await sleep(20);
}
