import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.js';
import { DESKTOP } from './looks.js';
import { type MailServer, startMailServer } from './mail-server.js';
import { type Stack, type StackOptions, startStack } from './stack.js';

const RESULTS = fileURLToPath(new URL('../test-results/', import.meta.url));
const ACTION_MS = 15_000;

export interface Journey {
  stack: Stack;
  mail: MailServer;
  /** A person with a browser of their own: no cookies, English, reduced motion. */
  person(name: string, options?: BrowserContextOptions): Promise<Page>;
}

interface Running extends Journey {
  browser: Browser;
  contexts: Map<string, BrowserContext>;
}

/**
 * One installation, one mail server and one browser for all steps of a file. A failed step leaves a picture of every open page
 * and prints what the product said; where the steps build on each other, those after it are skipped.
 */
export function useJourney(demo: StackOptions['demo'], { isChain = true } = {}): () => Journey {
  let running: Running | undefined;
  let hasFailed = false;

  beforeAll(async () => {
    running = await begin(demo);
  });
  beforeEach(({ onTestFailed, skip }) => {
    if (hasFailed && isChain) skip('an earlier step failed');
    onTestFailed(async ({ task }) => {
      hasFailed = true;
      if (running) await report(running, task.name);
    });
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.stack.stop();
    await running?.mail.stop();
  });

  return () => {
    if (!running) throw new Error('The journey has not begun');
    return running;
  };
}

async function begin(demo: StackOptions['demo']): Promise<Running> {
  // The browser first: it ends with this process, whatever fails after it.
  const browser = await launchBrowser();
  const mail = await startMailServer();
  const stack = await startStack({ demo, smtpUrl: mail.url });
  const contexts = new Map<string, BrowserContext>();
  const person: Journey['person'] = async (name, options) => {
    const context = await browser.newContext({
      baseURL: stack.origin,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: DESKTOP,
      ...options,
    });
    context.setDefaultTimeout(ACTION_MS);
    contexts.set(name, context);
    return context.newPage();
  };
  return { stack, mail, browser, contexts, person };
}

async function report({ stack, contexts }: Running, step: string): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  for (const [name, context] of contexts) {
    for (const [index, page] of context.pages().entries()) {
      const file = `${step}-${name}-${index + 1}`.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase();
      await page.screenshot({ path: `${RESULTS}${file}.png`, timeout: 5_000 }).catch(() => undefined);
      console.log(`${name}, page ${index + 1}, was at ${page.url()}`);
    }
  }
  console.log(`Latchkey said:\n${stack.output()}`);
}
