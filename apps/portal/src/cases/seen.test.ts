import { expect, it } from 'vitest';
import { readSeen, seenAt, withSeen } from './seen';

const NOW = '2026-05-01T10:00:00Z';

it('calls nothing new on a device that was not used before', () => {
  expect(seenAt(readSeen(null, NOW), 'a')).toBe(NOW);
});

it('remembers when a case was looked at', () => {
  const seen = withSeen(readSeen(null, NOW), 'a', '2026-05-02T10:00:00Z');
  expect([seenAt(seen, 'a'), seenAt(seen, 'b')]).toEqual(['2026-05-02T10:00:00Z', NOW]);
});

it('forgets the oldest instead of growing for ever', () => {
  const ids = Array.from({ length: 310 }, (_, index) => `case-${index}`);
  const seen = ids.reduce((before, id) => withSeen(before, id, '2026-05-02T10:00:00Z'), readSeen(null, NOW));
  expect(Object.keys(seen.cases)).toEqual(ids.slice(10));
});

it.each(['x', '{}', '{"since":5,"cases":{}}', 'null'])('starts anew when %s was kept', (text) => {
  expect(readSeen(text, NOW)).toEqual({ since: NOW, cases: {} });
});
