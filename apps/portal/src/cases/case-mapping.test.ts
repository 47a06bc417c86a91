import type { PortalCase, PortalCaseMessage } from '@latchkey/api-client';
import { expect, it } from 'vitest';
import { toDetail, toSummary } from './case-mapping';

const message = (id: string, facts: Partial<PortalCaseMessage>): PortalCaseMessage => ({
  id,
  isMine: false,
  author: { kind: 'contact', name: 'Eva Lind' },
  event: null,
  body: id,
  files: [],
  createdAt: '2026-05-01T10:00:00Z',
  ...facts,
});
const staff = { kind: 'staff', name: 'Ana Ruiz' } as const;
const system = { kind: 'system', name: 'Ana Ruiz' } as const;

const CASE: PortalCase = {
  id: 'c1',
  number: 1042,
  subject: 'Leak',
  device: null,
  status: 'waiting',
  needsMe: true,
  isMine: true,
  reporterName: 'Eva Lind',
  assigneeName: 'Ana Ruiz',
  staffMessageAt: '2026-05-01T12:00:00Z',
  activityAt: '2026-05-01T12:00:00Z',
  createdAt: '2026-05-01T10:00:00Z',
  closedAt: null,
  allowedActions: ['reply', 'close'],
  followers: [],
  messages: [
    message('oil on the floor', { files: [{ id: 'f1', name: 'a.jpg', type: 'image/jpeg', size: 3 }] }),
    message('assigned', { author: system, event: 'assigned', body: 'Karl Åberg' }),
    message('since when?', { author: staff, createdAt: '2026-05-01T12:00:00Z' }),
  ],
};
const never = () => '';

it('takes the first message for the report and the rest for the conversation', () => {
  const detail = toDetail(CASE, never);
  expect([detail.description, detail.messages.map(({ text }) => text)]).toEqual(['oil on the floor', ['since when?']]);
  expect(detail.files).toEqual([{ id: 'f1', name: 'a.jpg', url: '/api/v1/portal/case-files/f1', isPicture: true }]);
});

it('tells what was done, and about whom', () => {
  expect(toDetail(CASE, never).events.map(({ kind, name }) => [kind, name])).toEqual([
    ['reported', undefined],
    ['assigned', 'Karl Åberg'],
    ['replied', 'Ana Ruiz'],
  ]);
});

it('calls an answer new until the case was looked at after it', () => {
  const [before, after] = [() => '2026-05-01T11:00:00Z', () => '2026-05-01T12:00:00Z'];
  expect([toSummary(CASE, before).hasUnread, toSummary(CASE, after).hasUnread]).toEqual([true, false]);
  expect([toDetail(CASE, before).messages[0]?.isUnread, toDetail(CASE, after).messages[0]?.isUnread]).toEqual([
    true,
    false,
  ]);
  expect(toSummary({ ...CASE, staffMessageAt: null }, never).hasUnread).toBe(false);
});

it('names the reporter for the cases of colleagues only (C9)', () => {
  expect(toSummary(CASE, never).reporterName).toBeUndefined();
  expect(toSummary({ ...CASE, isMine: false }, never).reporterName).toBe('Eva Lind');
});

it('does not repeat a subject that stood in for the description', () => {
  expect(toDetail({ ...CASE, messages: [message('Leak', {})] }, never).description).toBe('');
});
