import type { Measured } from './load.js';

const median = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const mid = (list: Measured[], of: (measured: Measured) => number): number => median(list.map(of));

/** A Markdown table of medians; ratios are product to limit. */
export function report(results: Map<string, { product: Measured[]; limit: Measured[] }>): string {
  const lines = [...results].map(([what, { product, limit }]) => {
    const rate = [mid(product, (one) => one.requestsPerSecond), mid(limit, (one) => one.requestsPerSecond)] as const;
    const cpu = [mid(product, (one) => one.cpu), mid(limit, (one) => one.cpu)] as const;
    const failures = [...product, ...limit].reduce((sum, one) => sum + one.failures, 0);
    const cells = [
      what,
      Math.round(rate[0]),
      Math.round(rate[1]),
      (rate[0] / rate[1]).toFixed(2),
      cpu[0].toFixed(2),
      cpu[1].toFixed(2),
      (cpu[0] / cpu[1]).toFixed(2),
      `${mid(product, (one) => one.p50)} / ${mid(limit, (one) => one.p50)}`,
      `${mid(product, (one) => one.p99)} / ${mid(limit, (one) => one.p99)}`,
      failures,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head =
    '| | req/s | limit | ratio | CPU ms | limit | ratio | p50 ms | p99 ms | failures |\n|---|---:|---:|---:|---:|---:|---:|---|---|---:|';
  return `\n${head}\n${lines.join('\n')}\n`;
}
