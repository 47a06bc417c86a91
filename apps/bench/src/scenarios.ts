import { randomUUID } from 'node:crypto';
import type { Call, Scenario } from './load.js';
import { PASSWORD, PIN, type ProductIds } from './product-data.js';

const WORDS = [
  'arbor atl',
  'birch ced',
  'cobalt',
  'dover dun',
  'ember fal',
  'garnet',
  'heron ind',
  'island iv',
  'juniper k',
  'lumen map',
  'nectar',
  'opal orb',
  'quartz',
  'river rob',
  'silver sl',
  'topaz tun',
];
const LIMIT_WORDS = [
  'arbor',
  'lumen sec',
  'pine bak',
  'quartz hot',
  'raven',
  'zenith',
  'oak',
  'maple tra',
  'kestrel op',
  'ocean hea',
  'dover mot',
  'iris clin',
  'jade stu',
  'union',
  'copper too',
  'delta sup',
];

const any = <T>(list: readonly T[]): T => {
  const chosen = list[Math.floor(Math.random() * list.length)];
  if (chosen === undefined) throw new Error('A scenario has no data');
  return chosen;
};

const below = (n: number): number => 1 + Math.floor(Math.random() * n);
const JSON_TYPE = { 'content-type': 'application/json' };

/** One scenario on both sides: what differs is the server, not the question. */
export interface Pair {
  what: string;
  product: Scenario;
  limit: Scenario;
}

interface Sides {
  ids: ProductIds;
  /** Cookie headers of a signed-in staff member and of a contact. */
  staff: Record<string, string>;
  contact: Record<string, string>;
  /** The limit's bearer header. */
  bearer: Record<string, string>;
}

const get = (path: string, headers: Record<string, string>): Call => ({ method: 'GET', path, headers });
const post = (path: string, body: unknown, headers: Record<string, string>): Call => ({
  method: 'POST',
  path,
  body: JSON.stringify(body),
  headers: { ...JSON_TYPE, 'x-requested-with': 'bench', ...headers },
});

const pair = (what: string, connections: number, calls: { product: () => Call; limit: () => Call }): Pair => ({
  what,
  product: { name: what, connections, next: calls.product },
  limit: { name: what, connections, next: calls.limit },
});

const phoneOfLimit = (n: number): string => `+1777${String(n).padStart(8, '0')}`;

/** Every 101st contact of the limit's data is inactive. */
function activeOfLimit(): number {
  const n = below(1_000_000);
  return n % 101 === 0 ? n + 1 : n;
}

export const pairs = (sides: Sides): Pair[] => [
  ...signIns(sides),
  ...reads(sides),
  ...searches(sides),
  caseOpening(sides),
];

const signIns = ({ ids }: Sides): Pair[] => [
  pair('sign in by PIN', 8, {
    product: () => post('/api/v1/portal/sign-in', { identifier: any(ids.people).phone, secret: PIN }, {}),
    limit: () => post('/auth/login-pin', { phone: phoneOfLimit(activeOfLimit()), pin: '4821' }, {}),
  }),
  pair('sign in by password', 8, {
    product: () => post('/api/v1/portal/sign-in', { identifier: any(ids.people).email, secret: PASSWORD }, {}),
    limit: () => {
      const n = activeOfLimit();
      const email = `user${n}@c${1 + Math.floor((n - 1) / 2)}.example.test`;
      return post('/auth/login', { email, password: 'Correct-Horse-9' }, {});
    },
  }),
];

const reads = ({ ids, staff, bearer }: Sides): Pair[] => [
  pair('contact by id (limit: customer by id)', 16, {
    product: () => get(`/api/v1/contacts/${any(ids.contacts)}`, staff),
    limit: () => get(`/customers/${below(500_000)}`, bearer),
  }),
  pair('case by id', 16, {
    product: () => get(`/api/v1/cases/${any(ids.cases)}`, staff),
    limit: () => get(`/cases/${below(1_500_000)}`, bearer),
  }),
  pair('contact list, first page of 25 (limit: customers)', 16, {
    product: () => get('/api/v1/contacts?limit=25', staff),
    limit: () => get('/customers?limit=25', bearer),
  }),
  pair('inbox, first page of 25 (limit: customers)', 16, {
    product: () => get('/api/v1/cases?limit=25', staff),
    limit: () => get('/customers?limit=25', bearer),
  }),
  pair('customer list, first page of 25', 16, {
    product: () => get('/api/v1/customers?limit=25', staff),
    limit: () => get('/customers?limit=25', bearer),
  }),
];

const searches = ({ ids, staff, bearer }: Sides): Pair[] => [
  pair('customers, search by name', 8, {
    product: () => get(`/api/v1/customers?limit=25&q=${encodeURIComponent(any(WORDS))}`, staff),
    limit: () => get(`/customers?limit=25&q=${encodeURIComponent(any(LIMIT_WORDS))}`, bearer),
  }),
  pair('search by phone (product: contacts)', 16, {
    product: () => get(`/api/v1/contacts?limit=25&q=${encodeURIComponent(any(ids.people).phone)}`, staff),
    limit: () => {
      const phone = phoneOfLimit(below(1_000_000)).replace('+1777', '+1555');
      return get(`/customers?limit=25&phone=${encodeURIComponent(phone)}`, bearer);
    },
  }),
];

const SUBJECT = 'Pump stopped';
const STORY = 'The pump on site stopped this morning, please send someone.';

const caseOpening = ({ contact, bearer }: Sides): Pair =>
  pair('open a case', 16, {
    product: () => {
      const headers = { ...contact, 'idempotency-key': randomUUID() };
      return post('/api/v1/portal/cases', { subject: SUBJECT, description: STORY }, headers);
    },
    limit: () => {
      const customerId = below(500_000);
      const draft = { customerId, contactId: customerId * 2, subject: SUBJECT, body: STORY, priority: 'high' };
      return post('/cases', draft, bearer);
    },
  });
