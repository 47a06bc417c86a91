import type { Client } from './client.js';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Every row of a list, page by page, as somebody scrolling sees them. */
export async function allPages<T = { id: string }>(client: Client, path: string): Promise<T[]> {
  const seen: T[] = [];
  const glue = path.includes('?') ? '&' : '?';
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer: { body: Page<T> } = await client.get(`${path}${cursor ? `${glue}cursor=${cursor}` : ''}`);
    seen.push(...answer.body.items);
    cursor = answer.body.nextCursor;
  }
  return seen;
}
