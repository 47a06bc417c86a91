import { expect, it } from 'vitest';
import { readFilter, writeFilter } from './case-filter';

const read = (text: string, canSeeCompany = true) => readFilter(new URLSearchParams(text), canSeeCompany);

it('comes back from the address as it was written', () => {
  const filter = { whose: 'company', status: 'done' } as const;
  expect(read(writeFilter(filter))).toEqual(filter);
});

it('keeps the address of the usual view short', () => {
  expect(writeFilter({ whose: 'mine', status: 'all' })).toBe('');
});

it('shows own cases to those without the right to the company’s (C9)', () => {
  expect(read('whose=company', false).whose).toBe('mine');
});

it('reads nonsense as the usual view', () => {
  expect(read('whose=x&status=y')).toEqual({ whose: 'mine', status: 'all' });
});
