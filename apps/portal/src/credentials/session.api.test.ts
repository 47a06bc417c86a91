import { client as api } from '@latchkey/api-client';
import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createQueryClient, heedSession } from '../lib/query-client';
import { queryKeys } from '../lib/query-keys';
import { keepSession, sessionQuery } from './session.api';

const EVA = { name: 'Eva', company: null };
const REFUSED = { type: 'urn:x', title: 'x', status: 401, code: 'session.required', instance: 'r' };

/** What the server says of who is signed in. */
let answer: { status: number; body: unknown };
/** Set, the server keeps its answer back. */
let held: Promise<void> | undefined;

beforeEach(() => {
  held = undefined;
  api.setConfig({
    baseUrl: 'http://portal.example',
    fetch: async () => {
      const { status, body } = answer;
      await held;
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
    },
  });
});

const ended: (() => void)[] = [];
afterEach(() => ended.splice(0).forEach((end) => end()));

/** The page of somebody who is signed in and has looked at a case. */
function signedIn() {
  const client = createQueryClient();
  client.setQueryData(queryKeys.session, EVA as never);
  client.setQueryData(queryKeys.case('1'), { subject: 'Leak' });
  ended.push(new QueryObserver(client, { ...sessionQuery, staleTime: Infinity }).subscribe(() => undefined));
  return client;
}

const isAnswered = (client: ReturnType<typeof createQueryClient>) =>
  expect
    .poll(() => client.getQueryState(queryKeys.session))
    .toMatchObject({ fetchStatus: 'idle', isInvalidated: false });

it('forgets who was signed in, and what they saw, after a refusal (INV-8)', async () => {
  const client = signedIn();
  answer = { status: 401, body: REFUSED };
  heedSession(client, REFUSED);
  await isAnswered(client);
  expect([client.getQueryData(queryKeys.session), client.getQueryData(queryKeys.case('1'))]).toEqual([null, undefined]);
});

it('signs nobody out whose session was given a new id while a request was on its way (SES-1)', async () => {
  const client = signedIn();
  answer = { status: 200, body: EVA };
  heedSession(client, REFUSED);
  await isAnswered(client);
  expect(client.getQueryData(queryKeys.session)).toEqual(EVA);
  expect(client.getQueryData(queryKeys.case('1'))).toEqual({ subject: 'Leak' });
});

it('does not let the answer to the former id replace the session of a company just chosen (SES-1)', async () => {
  const client = signedIn();
  let letGo = (): void => undefined;
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  answer = { status: 401, body: REFUSED };
  const late = client.invalidateQueries({ queryKey: queryKeys.session });
  await keepSession(client, { ...EVA, company: { name: 'Nordic AB' } } as never);
  letGo();
  await late;
  expect(client.getQueryData(queryKeys.session)).toMatchObject({ company: { name: 'Nordic AB' } });
});
