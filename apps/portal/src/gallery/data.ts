import type { CustomerChoice } from '../app/customer-switch';
import type { CaseDetail, CaseFileView, CaseSummary } from '../cases/case-view';
import type { Company } from '../lib/company';
import type { Failure } from '../lib/failure';
import type { Photo } from '../lib/photo';

const MINUTE = 60_000;
export const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();
const hoursAgo = (hours: number): string => minutesFromNow(-60 * hours);

const wish = new URLSearchParams(window.location.search).get('colour');

export const COMPANY: Company = {
  name: 'Arbor Lift Service',
  phone: '+46 8 123 45 67',
  email: 'service@arborlift.example',
  hours: 'Mon–Fri 7:00–17:00',
  colour: wish ?? undefined,
};

export const PERSON = { name: 'Eva Lind' };

export const CUSTOMERS: CustomerChoice = {
  current: { id: '1', name: 'Nordic AB', openCases: 3 },
  others: [
    { id: '2', name: 'Svea Bygg', openCases: 1 },
    { id: '3', name: 'Bostadsrättsföreningen Solgläntan i Västra Frölunda', openCases: 12 },
  ],
  onChoose: () => undefined,
};

export const FAILURE: Failure = { code: 'unknown', requestId: '01970c2e-7b3f-7cc1-9a40-5f0f6d0f8a11' };

const picture = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><path d="M4 34 16 18l8 10 5-6 8 12z" fill="#fff8"/></svg>`)}`;

const caseFile = (id: string, colour: string): CaseFileView => ({
  id,
  name: `${id}.jpg`,
  url: picture(colour),
  isPicture: true,
});

export const PHOTOS: readonly Photo[] = ['#64748b', '#0f766e', '#92400e'].map((colour, index) => ({
  id: colour,
  file: new Blob(['x'.repeat(380_000 + index * 700_000)]),
  preview: picture(colour),
  name: `IMG_20${index}7.jpg`,
}));

export const CASES: readonly CaseSummary[] = [
  {
    id: 'a',
    number: 20418,
    subject: 'Goods lift stops between the second and third floor',
    status: 'waiting',
    updatedAt: hoursAgo(1),
    hasUnread: true,
  },
  {
    id: 'b',
    number: 20431,
    subject: 'Dock leveller leaks oil',
    status: 'open',
    updatedAt: hoursAgo(5),
    hasUnread: true,
    reporterName: 'Karl Åberg',
  },
  {
    id: 'c',
    number: 20440,
    subject: 'Key switch missing',
    status: 'open',
    updatedAt: minutesFromNow(-12),
    hasUnread: false,
  },
  {
    id: 'd',
    number: 19977,
    subject: 'Strange noise from the door at loading bay 4, every morning until it is warm',
    status: 'solved',
    updatedAt: hoursAgo(80),
    hasUnread: false,
  },
  {
    id: 'e',
    number: 19012,
    subject: 'Emergency phone: no answer',
    status: 'closed',
    updatedAt: hoursAgo(24 * 60),
    hasUnread: false,
  },
];

export const CASE: CaseDetail = {
  id: 'a',
  number: 20418,
  subject: 'Goods lift stops between the second and third floor',
  status: 'waiting',
  updatedAt: hoursAgo(1),
  hasUnread: true,
  openedAt: hoursAgo(26),
  description: 'Since yesterday noon. It stops for about a minute, then goes on.\nNobody is inside, we have locked it.',
  device: 'Goods lift 2, north stairs',
  assigneeName: 'Ana Ruiz',
  isAnswered: true,
  files: [caseFile('p1', '#475569')],
  messages: [
    {
      id: 'm1',
      authorName: 'Ana Ruiz',
      isMine: false,
      isFromStaff: true,
      isUnread: false,
      sentAt: hoursAgo(25),
      text: 'Thank you. Please keep it locked. Does the panel inside show a number when it stops?',
      files: [],
    },
    {
      id: 'm2',
      authorName: 'Eva Lind',
      isMine: true,
      isFromStaff: false,
      isUnread: false,
      sentAt: hoursAgo(24),
      text: 'Yes, E47. See the photo.',
      files: [caseFile('p2', '#0f766e'), caseFile('p3', '#92400e')],
    },
    {
      id: 'm3',
      authorName: 'Ana Ruiz',
      isMine: false,
      isFromStaff: true,
      isUnread: true,
      sentAt: hoursAgo(1),
      text: 'That is the door contact. We can come tomorrow between 8 and 10. Is somebody there who can open the machine room?',
      files: [],
    },
  ],
  events: [
    { id: 'e1', kind: 'reported', at: hoursAgo(26) },
    { id: 'e2', kind: 'assigned', at: hoursAgo(25.5), name: 'Ana Ruiz' },
    { id: 'e3', kind: 'replied', at: hoursAgo(25), name: 'Ana Ruiz' },
    { id: 'e4', kind: 'waiting', at: hoursAgo(1) },
  ],
  allowedActions: ['reply', 'close'],
  isMine: true,
  followers: [{ id: 'k', name: 'Karl Åberg', isMe: false }],
};
