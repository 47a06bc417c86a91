import { AppError } from './app-error.js';

// Without the u flag a class of surrogates would match halves of whole pairs; with it only lone ones match.
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Throws when any string inside holds a NUL or a lone surrogate: PostgreSQL stores neither (INP-2). */
export function assertStorable(value: unknown, pointer = ''): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || LONE_SURROGATE.test(value))
      throw new AppError('request.invalid_text', {
        errors: [{ pointer, code: 'invalid_text', detail: 'NUL or a lone surrogate' }],
      });
    return;
  }
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return;
  for (const [key, child] of Object.entries(value)) {
    assertStorable(key, pointer);
    assertStorable(child, `${pointer}/${key}`);
  }
}

const MAX_DEPTH = 20;
const MAX_KEYS = 1_000;
/** However much space stands before the colon, a key is a key. */
const COLON = /\s*:/y;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Index just past the string that starts at `start` (a quote). */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

/**
 * Looks at JSON before it is parsed: depth at most 20, at most 1,000 keys, no key twice in one object,
 * no prototype keys (INP-1, INP-3, INP-4, AUT-10). A deep body would overflow every recursive walk after it.
 */
export function assertPlainJson(json: string): void {
  const open: (Set<string> | null)[] = [];
  let keys = 0;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '{' || character === '[') open.push(character === '{' ? new Set() : null);
    else if (character === '}' || character === ']') open.pop();
    if (open.length > MAX_DEPTH) throw new AppError('request.malformed', { detail: 'nested too deep' });
    if (character !== '"') continue;
    const end = endOfString(json, at);
    COLON.lastIndex = end;
    if (COLON.test(json)) {
      keys += 1;
      noteKey(json.slice(at, end), open.at(-1), keys);
    }
    at = end - 1;
  }
}

function noteKey(quoted: string, siblings: Set<string> | null | undefined, count: number): void {
  let key = quoted;
  try {
    key = JSON.parse(quoted) as string;
  } catch {
    throw new AppError('request.malformed');
  }
  if (count > MAX_KEYS || FORBIDDEN.has(key) || siblings?.has(key))
    throw new AppError('request.malformed', { detail: 'a key is not allowed here' });
  siblings?.add(key);
}
