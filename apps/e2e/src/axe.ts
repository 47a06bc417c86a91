import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Violation {
  rule: string;
  help: string;
  /** Where, as CSS selectors with the reason for each. */
  nodes: string[];
}

/** The serious and critical accessibility problems of the page as it stands; an empty list is what a test wants. */
export async function seriousViolations(page: Page): Promise<Violation[]> {
  // Evaluated, not added as a script element: the pages' Content-Security-Policy refuses those.
  await page.evaluate(AXE);
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(context: Document): Promise<AxeResults> } };
    return axe.run(document);
  });
  return results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(describe);
}

function describe({ id, help, nodes }: Result): Violation {
  return { rule: id, help, nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`) };
}
