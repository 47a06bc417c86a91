import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asJavaScript } from '../../../../test/bundle.js';
import { withPdf } from '../../../../test/pdf.js';
import type * as PrintInWorker from './print-in-worker.js';
import type { LabelToPrint } from './print-labels.js';
import { stockOf } from './stocks.js';

const HERE = 'deployments/labels/print';
const sources = fileURLToPath(new URL('../../../', import.meta.url));
const built = join(sources, '../node_modules/.cache/print-in-worker-test');
const stock = stockOf('a4-63x38');
let printInWorker: typeof PrintInWorker.printInWorker;

const modulesIn = (folder: string): string[] =>
  readdirSync(join(sources, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file));

/** A thread loads JavaScript files only. */
beforeAll(async () => {
  for (const file of [HERE, 'printing'].flatMap(modulesIn)) {
    const target = join(built, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await asJavaScript(join(sources, file)));
  }
  writeFileSync(join(built, 'package.json'), '{"type":"module"}');
  const loaded = (await import(pathToFileURL(join(built, HERE, 'print-in-worker.js')).href)) as typeof PrintInWorker;
  printInWorker = loaded.printInWorker;
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

const labelAt = (index: number): LabelToPrint => ({
  url: `https://portal.arbor-service.example/p/7K2M9QX4${index}#k=Zb3xQ9vT7wLr2Ks5YaB1cD`,
  code: '7K2M9QX4TD',
  deviceName: `Conveyor ${index}`,
  deploymentName: 'Northgate',
});

interface Many {
  labels: AsyncGenerator<LabelToPrint>;
  /** How many were asked for. */
  asked: () => number;
  isOver: () => boolean;
}

function manyLabels(count: number): Many {
  let asked = 0;
  let isOver = false;
  async function* labels(): AsyncGenerator<LabelToPrint> {
    try {
      for (; asked < count; asked += 1) yield labelAt(asked);
    } finally {
      isOver = true;
    }
  }
  return { labels: labels(), asked: () => asked, isOver: () => isOver };
}

const jobOf = (labels: AsyncIterable<LabelToPrint>, name = 'Arbor'): Parameters<typeof printInWorker>[0] => {
  if (!stock) throw new Error('The stock is gone');
  return { stock, company: { name }, language: 'en', labels };
};

describe('printing in a thread', () => {
  it('gives the same file while this thread goes on (S1.11)', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await withPdf(printInWorker(jobOf(manyLabels(1000).labels)), (pdf) => {
      expect(pdf.pages).toBe(48);
      expect(pdf.text(47)).toContain('Conveyor 999');
    });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it('fetches no labels ahead of a reader that rests, and ends when nobody reads on (S1.11)', async () => {
    const { labels, asked, isOver } = manyLabels(100_000);
    const stream = printInWorker(jobOf(labels));
    await new Promise((resolve) => stream.once('readable', resolve));
    // Until nothing more was asked for half a second; a reader that is not heeded gets all of them.
    let atRest = -1;
    while (atRest !== asked()) {
      atRest = asked();
      await setTimeout(500);
    }
    expect(atRest).toBeLessThan(3000);
    stream.destroy();
    await expect.poll(isOver).toBe(true);
    expect(await labels.next()).toEqual({ done: true, value: undefined });
  });

  it('says why when it cannot print (S1.13)', async () => {
    const print = withPdf(printInWorker(jobOf(manyLabels(0).labels)), () => {});
    await expect(print).rejects.toMatchObject({ code: 'labels.none' });
  });

  it('fails with the error of the one who gives the labels', async () => {
    // oxlint-disable-next-line require-yield -- it fails before the first
    async function* broken(): AsyncGenerator<LabelToPrint> {
      throw new Error('connection lost');
    }
    await expect(withPdf(printInWorker(jobOf(broken())), () => {})).rejects.toThrow('connection lost');
  });
});
