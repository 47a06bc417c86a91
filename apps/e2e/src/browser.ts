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

/** Starts CHROMIUM_PATH, else the system's Chromium, else (or with E2E_BUNDLED=1) the one inside an npm package. */
export async function launchBrowser(): Promise<Browser> {
  const isBundled = process.env['E2E_BUNDLED'] === '1';
  const installed = isBundled ? undefined : (process.env['CHROMIUM_PATH'] ?? INSTALLED.find(existsSync));
  const choice = installed ? { executablePath: installed } : await bundledChromium();
  return chromium.launch({ ...choice, args: ARGS });
}
