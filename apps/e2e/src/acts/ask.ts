import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Asks the API as whoever is signed in on this page: what a step needs to begin with. */
export async function ask<T = { id: string }>(page: Page, path: string, data?: object): Promise<T> {
  const headers = { 'x-requested-with': 'journey', origin: new URL(page.url()).origin };
  // A connection that the server closes in the moment it is used again is no answer: asked once more.
  const reply = data
    ? await page.request.post(`/api/v1${path}`, { headers, data, maxRetries: 1 })
    : await page.request.get(`/api/v1${path}`, { headers, maxRetries: 1 });
  expect(reply.ok(), `${path}: ${reply.status()}`).toBe(true);
  return reply.json();
}
