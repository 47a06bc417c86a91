import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { bundledChromium } from './bundled-chromium.js';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Quiet and unsandboxed: tests run as root in containers, and load nothing but our own pages. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** CHROMIUM_PATH, else the system's Chromium, else (or with E2E_BUNDLED=1) the one inside an npm package. */
async function findBrowser(): Promise<{ executablePath: string; env?: Record<string, string> }> {
  const isBundled = process.env['E2E_BUNDLED'] === '1';
  const installed = isBundled ? undefined : (process.env['CHROMIUM_PATH'] ?? INSTALLED.find(existsSync));
  return installed ? { executablePath: installed } : bundledChromium();
}

export const launchBrowser = async (): Promise<Browser> => chromium.launch({ ...(await findBrowser()), args: ARGS });

/** Before any journey: two of them at once must not unpack the same browser. */
export async function setup(): Promise<void> {
  await findBrowser();
}
