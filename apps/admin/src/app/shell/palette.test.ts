import { describe, expect, it } from 'vitest';
import { matchesWords } from './palette';

describe('matchesWords', () => {
  it.each([
    ['New customer', 'new cu', true],
    ['New customer', 'cu ne', true],
    ['New customer', 'stomer', false],
    ['Fälle öffnen', 'falle', true],
    ['API keys', '', true],
    ["Access requests can't get in", 'can’t get in', true],
    ["Access requests can't get in", 'cant get', true],
  ])('%j for %j: %j', (line, typed, isFound) => {
    expect(matchesWords(line, typed)).toBe(isFound);
  });
});
