import { describe, expect, it } from 'vitest';
import { earlier, moves, usualOf, without } from './sender-moves';

const sender = (id: string, ...groups: string[]) => ({ id, groups, fromAddress: `${id}@x.example`, host: 'mx' });
const USUAL = 'office@x.example (smtp)';

describe('what leaves from elsewhere when senders change (S2.17)', () => {
  const [cases, spare, both] = [sender('cases', 'cases'), sender('spare'), sender('both', 'cases', 'staff')];

  it('goes to the next one meant for it, then to the usual one', () => {
    expect(moves([cases, both], without([cases, both], cases), USUAL)).toEqual([
      { group: 'cases', from: 'cases@x.example (mx)', to: 'both@x.example (mx)' },
    ]);
    expect(moves([both], [], USUAL)).toEqual([
      { group: 'cases', from: 'both@x.example (mx)', to: USUAL },
      { group: 'staff', from: 'both@x.example (mx)', to: USUAL },
    ]);
  });

  it('is nothing where the sender only stands in, and everything where it was the last one', () => {
    expect(moves([cases, spare], without([cases, spare], spare), USUAL)).toEqual([]);
    expect(moves([spare], [], null).map(({ group, to }) => [group, to])).toEqual([
      ['access', null],
      ['cases', null],
      ['staff', null],
    ]);
  });

  it('follows the order of those that are meant for the same', () => {
    expect(moves([cases, both], earlier([cases, both], 1), USUAL)).toEqual([
      { group: 'cases', from: 'cases@x.example (mx)', to: 'both@x.example (mx)' },
    ]);
    expect(moves([spare, cases], earlier([spare, cases], 1), USUAL)).toEqual([]);
  });

  it('knows the usual one by its mail server', () => {
    const mail = { fromAddress: 'office@x.example', host: 'smtp' } as Parameters<typeof usualOf>[0];
    const named = [mail, { ...mail, fromAddress: '' }, { ...mail, host: '' }].map((one) =>
      usualOf(one, 'the usual one'),
    );
    expect(named).toEqual([USUAL, 'smtp', 'the usual one']);
  });
});
