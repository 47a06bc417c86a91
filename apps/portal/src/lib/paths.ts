/** Every address of the portal. Tokens travel in the fragment, which no server and no Referer sees. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  activate: '/activate',
  reset: '/reset',
  chooseCompany: '/companies',
  joining: '/joining',
  newPassword: '/new-password',
  report: '/cases/new',
  case: (id: string) => `/cases/${encodeURIComponent(id)}`,
  colleagues: '/colleagues',
  settings: '/settings',
  help: '/help',
  view: '/view',
  privacy: '/privacy',
} as const;

export const routePatterns = { ...paths, case: '/cases/:caseId' } as const;

interface Place {
  pathname: string;
  search?: string;
}

/** An address that remembers where somebody wanted to go. */
export function withNext(path: string, { pathname, search = '' }: Place): string {
  return pathname === paths.home && !search ? path : `${path}?next=${encodeURIComponent(pathname + search)}`;
}

const ENTRANCES: readonly string[] = [
  paths.signIn,
  paths.activate,
  paths.reset,
  paths.newPassword,
  paths.chooseCompany,
  paths.view,
];

/** Where to go on: a page of ours, never an address that somebody else wrote into the link. */
export function nextPlace(search: string): string {
  const wish = new URLSearchParams(search).get('next') ?? '';
  // A browser reads //host and /\host as another site.
  const isOurs = /^\/(?![/\\])/.test(wish) && !wish.includes('\\');
  return isOurs && !ENTRANCES.includes(wish.split(/[?#]/)[0] ?? '') ? wish : paths.home;
}
