import type { PaletteProvider } from '../app/shell/palette';
import type { Session } from '../app/session';
import type { Tone } from '../theme/tokens';

/** Invented people for the gallery only. */
export const session: Session = {
  staffMember: { id: '1', name: 'Maria Öst', email: 'maria.oest@latchkey.example', role: 'owner', language: null },
  permissions: [
    'customer:read',
    'contact:read',
    'case:read',
    'notification:read',
    'staff:read',
    'key:read',
    'audit:read',
    'settings:read',
  ],
  company: { name: 'Nordlicht Anlagentechnik', accent: null, hasLogo: false, language: 'en', country: 'SE' },
  hasSecondFactor: false,
  mustEnrol: false,
  isDemo: false,
};

export interface Person {
  id: string;
  name: string;
  customer: string;
  loginId: string;
  tone: Tone;
  state: string;
  note?: string;
  seenAt: string | null;
}

const FIRST = ['Eva', 'Karl', 'Ana', 'Jürgen', 'Siobhán', 'Олена', '美咲', 'Yusuf'];
const LAST = ['Lind', 'Åberg', 'Ruiz', 'Großmann-Weißenfels', 'Ó Briain', 'Коваленко', '佐藤', 'Demir'];
const STATES: readonly (readonly [Tone, string, string?])[] = [
  ['wait', 'Invited', 'mail delivered'],
  ['good', 'Active'],
  ['bad', 'Locked', '12 minutes left'],
  ['quiet', 'No way in'],
  ['info', 'Sending…'],
];

export const personAt = (index: number): Person => {
  const [tone, state, note] = STATES[index % STATES.length] ?? ['quiet', ''];
  return {
    id: String(index),
    name: `${FIRST[index % FIRST.length]} ${LAST[(index * 3 + 1) % LAST.length]}`,
    customer: index % 4 === 0 ? 'Donaudampfschifffahrtsgesellschaft Wien GmbH & Co. KG' : 'Nordic AB',
    loginId:
      index % 3 === 0 ? `+46 70 123 45 ${String(index % 100).padStart(2, '0')}` : `person${index}@nordic.example`,
    tone,
    state,
    ...(note ? { note } : {}),
    seenAt: index % 5 === 3 ? null : new Date(Date.now() - index * index * 7_000_000).toISOString(),
  };
};

export const problem = {
  status: 422,
  code: 'input.invalid',
  title: 'Invalid input',
  instance: '0199f6d2-6a1b-7c3e-9d44-1f6a2b8c7e90',
  errors: [
    { pointer: '/phones/0/number', code: 'invalid' },
    { pointer: '/name', code: 'required' },
    { pointer: '/version', code: 'invalid' },
  ],
};

export const broken = { status: 500, code: 'unknown', instance: '0199f6d2-6a1b-7c3e-9d44-1f6a2b8c7e90' };

/** Problems are thrown as the client throws them: the body of the answer. */
const fail = (): Promise<never> => Promise.reject(broken);

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const palette: readonly PaletteProvider[] = [
  {
    id: 'contacts',
    groupKey: 'nav.contacts',
    search: async (text) => {
      await wait(300);
      if (text === 'boom') await fail();
      const all = Array.from({ length: 40 }, (_, index) => personAt(index));
      return all
        .filter((person) => person.name.toLowerCase().includes(text.toLowerCase()))
        .slice(0, 5)
        .map((person) => ({ id: person.id, label: person.name, description: person.customer, to: `/_gallery/states` }));
    },
  },
];

/** Pages of 30, three in all; the third fails the first time when asked to. */
export const loadPeople = async (
  page: number,
  failOn: number,
): Promise<{ items: Person[]; nextCursor: number | null }> => {
  await wait(250);
  if (page === failOn) await fail();
  return {
    items: Array.from({ length: 30 }, (_, index) => personAt(page * 30 + index)),
    nextCursor: page < 2 ? page + 1 : null,
  };
};
