import type { APIResponse, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Asks the API as whoever is signed in on this page: what a step needs to begin with. */
export async function ask<T = { id: string }>(page: Page, path: string, data?: object): Promise<T> {
  const headers = headersOf(page);
  const reply = data
    ? await page.request.post(`/api/v1${path}`, { headers, data })
    : await page.request.get(`/api/v1${path}`, { headers });
  return answerOf(reply, path);
}

/** Changes settings for all steps that follow. */
export async function changeSettings(page: Page, data: object): Promise<void> {
  const { version } = await ask<{ version: number }>(page, '/settings');
  const headers = { ...headersOf(page), 'if-match': `"${version}"` };
  await answerOf(await page.request.patch('/api/v1/settings', { headers, data }), '/settings');
}

const headersOf = (page: Page) => ({ 'x-requested-with': 'journey', origin: new URL(page.url()).origin });

async function answerOf<T>(reply: APIResponse, path: string): Promise<T> {
  expect(reply.ok(), `${path}: ${reply.status()}`).toBe(true);
  return reply.json();
}
