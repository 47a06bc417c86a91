import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataSourceOptions } from '../../src/db/data-source.js';
import { rows } from '../../src/db/sql.js';
import { newId } from '../../src/db/id.js';
import { NotificationsService } from '../../src/notifications/notifications.service.js';
import { cloneDatabase } from '../app.js';
import { bundle } from '../bundle.js';
import { type Mailbox, startMailbox } from '../mailbox.js';

const MESSAGES = 500;
const KILLS = 20;
const SLOTS = 4;
const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

interface Worker {
  process: ChildProcess;
  /** Resolves when it works. */
  ready: Promise<void>;
}

function startWorker(file: string, env: Record<string, string>): Worker {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code} before it worked`)));
  });
  // A worker that is killed before anybody waits for it is no failure.
  ready.catch(() => undefined);
  return { process: child, ready };
}

describe('20 times kill -9 of the worker while 500 messages go out', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let db: DataSource;
  let mailbox: Mailbox;
  let workers: Worker[] = [];
  const ids: string[] = [];

  beforeAll(async () => {
    database = await cloneDatabase();
    db = await new DataSource(
      dataSourceOptions({ url: database.url, directUrl: database.url, pool: 4, namedStatements: true }),
    ).initialize();
    mailbox = await startMailbox();
    mailbox.behave({ delay: 50 });
    const outbox = new NotificationsService();
    for (let index = 0; index < MESSAGES; index += 1) {
      ids.push(
        (
          await outbox.enqueue(
            db,
            {
              kind: 'kill-test',
              to: `p${index}@d${index % 5}.example`,
              language: 'en',
              subject: 'Message {{id}}',
              body: 'This is {{id}}.',
            },
            newId(),
          )
        ).id,
      );
    }
  });
  afterAll(async () => {
    for (const worker of workers) worker.process.kill('SIGKILL');
    await mailbox?.stop();
    await db?.destroy();
    await database?.drop();
  });

  const waiting = async () =>
    (await rows(db, `SELECT id FROM notifications WHERE state IN ('queued', 'sending')`)).length;

  /** Kills a worker each time some messages are through, at a moment nobody chose. Answers how many kills came while messages waited. */
  async function killAgainAndAgain(start: () => Worker): Promise<number> {
    // Two at a time, as replicas: while one is killed and started again the other goes on.
    workers = [start(), start()];
    let inTime = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const [worker] = workers;
      await worker?.ready;
      const goal = mailbox.received.length + randomInt(1, 20);
      for (let turn = 0; turn < 500 && mailbox.received.length < goal; turn += 1) await sleep(10);
      await sleep(randomInt(100));
      if ((await waiting()) > 0) inTime += 1;
      worker?.process.kill('SIGKILL');
      workers = [...workers.slice(1), start()];
    }
    return inTime;
  }

  /** Every copy of one id is the same but for its date, and is the message of that id. */
  function expectOneContentEach(): void {
    const contents = new Map<string, string>();
    for (const { raw, mail } of mailbox.received) {
      const id = mail.messageId ?? '';
      const content = raw.replace(/^Date: .*\r\n/m, '');
      expect(mail.text).toContain(`This is ${id.slice(1, 37)}.`);
      expect(contents.get(id) ?? content, id).toBe(content);
      contents.set(id, content);
    }
  }

  it(
    'loses none, sends none with two contents, and no more copies than slots × kills (R2, R22, R24)',
    // Half a minute where the cores are free; starting 20 processes takes far longer where they are not.
    { timeout: 400_000 },
    async () => {
      const file = await bundle('./kill/worker-process.ts');
      const env = {
        MODE: 'test',
        DATABASE_URL: database.url,
        DATABASE_POOL: '4',
        APP_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
        LOG_LEVEL: 'error',
        SMTP_URL: mailbox.url,
        WORKER_SLOTS: String(SLOTS),
        LEASE_SECONDS: '2',
      };
      expect(await killAgainAndAgain(() => startWorker(file, env))).toBe(KILLS);
      const until = Date.now() + 120_000;
      while ((await waiting()) > 0 && Date.now() < until) await sleep(100);

      expect(await rows(db, `SELECT state, count(*)::int AS count FROM notifications GROUP BY state`)).toEqual([
        { state: 'accepted', count: MESSAGES },
      ]);
      expect(new Set(mailbox.received.map((one) => one.mail.messageId))).toEqual(
        new Set(ids.map((id) => `<${id}@localhost>`)),
      );
      expectOneContentEach();
      const extra = mailbox.received.length - MESSAGES;
      expect(extra).toBeLessThanOrEqual(SLOTS * KILLS);
      console.log(
        `${KILLS} kills: ${MESSAGES} of ${MESSAGES} messages arrived, ${extra} extra copies (at most ${SLOTS * KILLS})`,
      );
    },
  );
});
