import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Violation {
  rule: string;
  help: string;
  /** Where, as CSS selectors with the reason for each. */
  nodes: string[];
}

/** The rules that look at colours; the others find the same in light and dark. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The serious and critical accessibility problems of the page as it stands; an empty list is what a test wants. `rules`: only these. */
export async function seriousViolations(page: Page, rules?: string[]): Promise<Violation[]> {
  // Evaluated, not added as a script element: the pages' Content-Security-Policy refuses those.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const options: RunOptions = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) };
  const results = await page.evaluate((wanted) => {
    const { axe } = globalThis as unknown as { axe: { run(at: Document, options: RunOptions): Promise<AxeResults> } };
    return axe.run(document, wanted);
  }, options);
  return results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(describe);
}

function describe({ id, help, nodes }: Result): Violation {
  return { rule: id, help, nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`) };
}
