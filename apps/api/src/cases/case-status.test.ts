import { describe, expect, it } from 'vitest';
import { afterStaffReply, canMove, CASE_STATUSES, contactActions, staffActions } from './case-status.js';

describe('where a case may go', () => {
  it.each([
    ['open', ['open', 'waiting', 'solved', 'closed']],
    ['waiting', ['open', 'waiting', 'solved', 'closed']],
    ['solved', ['open', 'waiting', 'solved', 'closed']],
    ['closed', ['open', 'closed']],
  ] as const)('from %s to %j only', (from, allowed) => {
    expect(CASE_STATUSES.filter((to) => canMove(from, to))).toEqual(allowed);
  });

  it.each([
    ['open', 'waiting'],
    ['waiting', 'waiting'],
    ['solved', 'solved'],
  ] as const)('after an answer of staff %s becomes %s', (from, to) => {
    expect(afterStaffReply(from)).toBe(to);
  });
});

describe('what staff may do', () => {
  const all = { write: true, reply: true };
  it.each([
    ['open', all, ['reply', 'note', 'change', 'wait', 'solve', 'close']],
    ['waiting', all, ['reply', 'note', 'change', 'solve', 'close', 'reopen']],
    ['solved', all, ['reply', 'note', 'change', 'wait', 'close', 'reopen']],
    ['closed', all, ['note', 'change', 'reopen']],
    ['open', { write: false, reply: true }, ['reply', 'note']],
    ['open', { write: true, reply: false }, ['change', 'wait', 'solve', 'close']],
    ['open', { write: false, reply: false }, []],
  ] as const)('with a case that is %s and %j: %j', (status, may, actions) => {
    expect(staffActions(status, may)).toEqual(actions);
  });
});

describe('what a contact may do', () => {
  const all = { reply: true, close: true, follow: false };
  it.each([
    [{ status: 'open', isRecent: true }, all, ['reply', 'close']],
    [{ status: 'waiting', isRecent: true }, all, ['reply', 'close']],
    [{ status: 'solved', isRecent: true }, all, ['reply', 'close', 'reopen']],
    [{ status: 'solved', isRecent: false }, all, ['close']],
    [{ status: 'closed', isRecent: true }, all, ['reopen']],
    [{ status: 'closed', isRecent: false }, all, []],
    [{ status: 'open', isRecent: true }, { ...all, reply: false }, ['close']],
    [{ status: 'solved', isRecent: true }, { ...all, close: false }, ['reply']],
    [{ status: 'open', isRecent: true }, { ...all, reply: false, close: false }, []],
    [{ status: 'closed', isRecent: false }, { ...all, follow: true }, ['follow']],
  ] as const)('with a case that is %j and %j: %j', (state, may, actions) => {
    expect(contactActions(state, may)).toEqual(actions);
  });
});
