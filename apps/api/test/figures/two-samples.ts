export const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
};

/**
 * How likely two samples of one distribution are as far apart as these: the two-sided Kolmogorov-Smirnov test with its
 * asymptotic distribution (Numerical Recipes, 14.3), fit for samples of twenty and more.
 */
export function likelihood(one: readonly number[], other: readonly number[]): number {
  const steps = [
    ...one.map((value) => [value, 1 / one.length, 0] as const),
    ...other.map((value) => [value, 0, 1 / other.length] as const),
  ];
  steps.sort((left, right) => left[0] - right[0]);
  let [first, second, farthest] = [0, 0, 0];
  for (const [, up, upOther] of steps) {
    first += up;
    second += upOther;
    farthest = Math.max(farthest, Math.abs(first - second));
  }
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length));
  const lambda = (size + 0.12 + 0.11 / size) * farthest;
  return lambda < 0.2 ? 1 : Math.min(1, Math.max(0, tail(lambda)));
}

function tail(lambda: number): number {
  let sum = 0;
  for (let term = 1; term <= 100; term += 1)
    sum += (term % 2 === 1 ? 2 : -2) * Math.exp(-2 * term * term * lambda * lambda);
  return sum;
}
