import { ColleaguesPage, type ColleaguesPageProps } from '../colleagues/colleagues-page';
import { minutesFromNow } from './data';
import { nothing, type Example } from './example';

type People = Extract<ColleaguesPageProps['people'], { status: 'ready' }>['data'];

const EVA: People[number] = {
  id: '1',
  name: 'Eva Lind',
  email: 'eva@nordic.example',
  isYourself: true,
  state: 'active',
  until: null,
  invitedBy: null,
  rights: [],
  withheld: [],
  allowedActions: [],
};

const STATES = ['active', 'invited', 'expired', 'bounced', 'ended'] as const;

const COLLEAGUES: People = STATES.map((state, index) => ({
  ...EVA,
  id: state,
  name: index === 3 ? '' : 'Maximiliane von Hohenstein-Wittgenstein',
  email: `colleague.with.a.long.address.${index}@nordic.example`,
  isYourself: false,
  state,
  until: state === 'invited' ? minutesFromNow(60 * 24 * 5) : null,
  invitedBy: index === 0 ? null : 'Eva Lind',
  allowedActions:
    state === 'invited' || state === 'expired' ? ['resend', 'change_rights', 'remove'] : ['change_rights', 'remove'],
}));

const ASKERS: Extract<ColleaguesPageProps['asked']['requests'], { status: 'ready' }>['data'] = [true, false].map(
  (isOnFile) => ({
    id: String(isOnFile),
    firstName: isOnFile ? 'Nils' : '',
    lastName: isOnFile ? 'Berg' : '',
    login: 'somebody.with.a.long.address@nordic.example',
    email: 'somebody.with.a.long.address@nordic.example',
    isOnFile,
    at: minutesFromNow(-60),
  }),
);

const page = (people: People, more: Partial<ColleaguesPageProps> = {}) => (
  <ColleaguesPage
    people={{ status: 'ready', data: people }}
    places={{ cap: 3, used: people.length - 1 }}
    act={{ done: undefined, busyId: undefined, failure: undefined, onAct: nothing }}
    invite={{
      language: 'en',
      mayGrant: ['case:read_own', 'case:create', 'case:reply', 'colleague:manage'],
      submission: { status: 'idle' },
      invited: undefined,
      onStart: nothing,
      onInvite: nothing,
    }}
    rights={{
      mayGrant: ['case:read_own', 'case:create', 'case:reply', 'colleague:manage'],
      proof: 'password',
      submission: { status: 'idle' },
      onStart: nothing,
      onChange: nothing,
    }}
    asked={{
      language: 'en',
      mayGrant: ['case:read_own', 'case:create', 'case:reply', 'colleague:manage'],
      requests: { status: 'ready', data: people.length > 1 ? ASKERS : [] },
      submission: { status: 'idle' },
      invited: undefined,
      declined: undefined,
      failure: undefined,
      onStart: nothing,
      onInvite: nothing,
      onDecline: nothing,
    }}
    {...more}
  />
);

export const colleagueExamples: readonly Example[] = [
  { id: 'colleagues', isSignedIn: true, Show: () => page([EVA, ...COLLEAGUES], { onMore: nothing }) },
  { id: 'colleagues-alone', isSignedIn: true, Show: () => page([EVA]) },
  { id: 'colleagues-none-allowed', isSignedIn: true, Show: () => page([EVA], { places: { cap: 0, used: 0 } }) },
  { id: 'colleagues-loading', isSignedIn: true, Show: () => page([EVA], { people: { status: 'loading' } }) },
  {
    id: 'colleagues-failed',
    isSignedIn: true,
    Show: () =>
      page([EVA], { people: { status: 'failed', failure: { code: 'network' }, onRetry: nothing }, places: undefined }),
  },
  {
    id: 'colleagues-refused',
    isSignedIn: true,
    Show: () =>
      page([EVA, ...COLLEAGUES.slice(0, 1)], {
        act: { done: undefined, busyId: undefined, failure: { code: 'colleague.not_sent' }, onAct: nothing },
      }),
  },
];
