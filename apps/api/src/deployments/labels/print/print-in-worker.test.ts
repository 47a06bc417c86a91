import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPdf } from '../../../../test/pdf.js';
import type * as PrintInWorker from './print-in-worker.js';
import type { LabelToPrint } from './print-labels.js';
import { stockOf } from './stocks.js';

const sources = dirname(fileURLToPath(import.meta.url));
const built = join(sources, '../../../../node_modules/.cache/print-in-worker-test');
const stock = stockOf('a4-63x38');
let printInWorker: typeof PrintInWorker.printInWorker;

/** A thread loads JavaScript files only, so the folder is compiled as the build does it. */
beforeAll(async () => {
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const target = join(built, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(
      target,
      ts.transpileModule(readFileSync(join(sources, file), 'utf8'), { compilerOptions }).outputText,
    );
  }
  writeFileSync(join(built, 'package.json'), '{"type":"module"}');
  const loaded = (await import(pathToFileURL(join(built, 'print-in-worker.js')).href)) as typeof PrintInWorker;
  printInWorker = loaded.printInWorker;
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** Counts what was asked for. */
function manyLabels(count: number): { labels: AsyncGenerator<LabelToPrint>; asked: () => number } {
  let asked = 0;
  async function* labels(): AsyncGenerator<LabelToPrint> {
    for (; asked < count; asked += 1) {
      yield {
        url: `https://portal.arbor-service.example/p/7K2M9QX4${asked}#k=Zb3xQ9vT7wLr2Ks5YaB1cD`,
        code: '7K2M9QX4TD',
        deviceName: `Conveyor ${asked}`,
        deploymentName: 'Northgate',
      };
    }
  }
  return { labels: labels(), asked: () => asked };
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
    const { labels, asked } = manyLabels(100_000);
    const stream = printInWorker(jobOf(labels));
    await new Promise((resolve) => stream.once('readable', resolve));
    await setTimeout(500);
    const atRest = asked();
    await setTimeout(300);
    expect(asked()).toBe(atRest);
    expect(atRest).toBeLessThan(3000);
    stream.destroy();
    await setTimeout(300);
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
