import { expect, it } from 'vitest';
import { createQueryClient, forgetPerson, heedSession, isWorthRetrying, isWorthSendingAgain } from './query-client';
import { queryKeys } from './query-keys';

it('asks again after a lost answer or a broken server, twice at most', () => {
  expect([isWorthRetrying(0, new Error('lost')), isWorthRetrying(1, { status: 503 })]).toEqual([true, true]);
  expect(isWorthRetrying(2, { status: 503 })).toBe(false);
});

it('takes a refusal as the answer (INV-8)', () => {
  expect([401, 403, 404, 409, 422, 429].map((status) => isWorthRetrying(0, { status }))).not.toContain(true);
});

const problem = (code: string) => ({ type: 'urn:x', title: 'x', status: 403, code, instance: 'r' });

function clientWithSession() {
  const client = createQueryClient();
  client.setQueryData(queryKeys.session, { name: 'Eva' });
  client.setQueryData(queryKeys.case('1'), { subject: 'Leak' });
  return client;
}

it('keeps nothing of one person for the next one in this browser', () => {
  const client = clientWithSession();
  const personal = [queryKeys.companies, queryKeys.asked, queryKeys.ownPhones('1'), queryKeys.ownDevices];
  for (const key of personal) client.setQueryData(key, ['of Eva']);
  client.setQueryData(queryKeys.company, { name: 'Nordic AB' });
  forgetPerson(client);
  expect(personal.map((key) => client.getQueryData(key))).toEqual(personal.map(() => undefined));
  expect([client.getQueryData(queryKeys.case('1')), client.getQueryData(queryKeys.company)]).toEqual([
    undefined,
    { name: 'Nordic AB' },
  ]);
});

it.each(['session.required', 'access.denied', 'session.company_required', 'session.password_change_required'])(
  'asks anew who is signed in after %s (INV-6, INV-8)',
  (code) => {
    const client = clientWithSession();
    heedSession(client, problem(code));
    expect(client.getQueryState(queryKeys.session)?.isInvalidated).toBe(true);
  },
);

it('signs nobody out because of anything else', () => {
  const client = clientWithSession();
  for (const error of [problem('sign_in.failed'), problem('row.not_found'), new TypeError('lost')])
    heedSession(client, error);
  expect(client.getQueryState(queryKeys.session)).toMatchObject({ data: { name: 'Eva' }, isInvalidated: false });
});

it('sends again only what was lost on the way (D12)', () => {
  const lost = new TypeError('Failed to fetch');
  expect([isWorthSendingAgain(0, lost), isWorthSendingAgain(5, lost)]).toEqual([true, false]);
  expect(
    [problem('idempotency.key_reused'), problem('server.error')].map((error) => isWorthSendingAgain(0, error)),
  ).toEqual([false, false]);
});
