import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

/** A comment of one line, its decorators, and the method they stand above. */
const COMMENTED = /^ {2}\/\*\* (.+?) \*\/\n((?: {2,}(?!\/\*\*).*\n)*?) {2}(?:async )?(\w+)\(/gm;

/**
 * What stands above each route in its controller, by method name: the contract says it too.
 * Read from the sources, which are there wherever the contract is written.
 */
export function routeComments(): Map<string, string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.controller.ts'),
  );
  const found = files.flatMap((file) => [...readFileSync(join(SOURCES, file), 'utf8').matchAll(COMMENTED)]);
  return new Map(found.map(([, comment = '', , method = '']) => [method, comment]));
}
