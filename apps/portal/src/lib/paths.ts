/** Every address of the portal. Tokens travel in the fragment, which no server and no Referer sees. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  activate: '/activate',
  chooseCompany: '/companies',
  newPassword: '/new-password',
  report: '/cases/new',
  case: (id: string) => `/cases/${encodeURIComponent(id)}`,
  settings: '/settings',
} as const;

export const routePatterns = { ...paths, case: '/cases/:caseId' } as const;
