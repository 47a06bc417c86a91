import { describe, expect, it } from 'vitest';
import { matchesWords } from './palette';

describe('matchesWords', () => {
  it.each([
    ['New customer', 'new cu', true],
    ['New customer', 'cu ne', true],
    ['New customer', 'stomer', false],
    ['Fälle öffnen', 'falle', true],
    ['API keys', '', true],
  ])('%j for %j: %j', (line, typed, isFound) => {
    expect(matchesWords(line, typed)).toBe(isFound);
  });
});
