import { lazy, type ComponentType } from 'react';
import { routePatterns } from '../lib/paths';
import { matchRoute, type RouteParams } from '../lib/route-match';

type Page = ComponentType<{ params: RouteParams }>;

interface RouteEntry {
  path: string;
  Page: Page;
  /** Open without signing in. */
  isPublic?: boolean;
}

/** A page that is fetched when its address is first opened. */
const page = <Name extends string>(load: () => Promise<Record<Name, Page>>, name: Name): Page =>
  lazy(async (): Promise<{ default: Page }> => ({ default: (await load())[name] }));

/** The first that fits is shown. */
const ROUTES: readonly RouteEntry[] = [
  {
    path: routePatterns.signIn,
    Page: page(() => import('../credentials/sign-in-route'), 'SignInRoute'),
    isPublic: true,
  },
  {
    path: routePatterns.activate,
    Page: page(() => import('../credentials/activation-route'), 'ActivationRoute'),
    isPublic: true,
  },
  { path: routePatterns.help, Page: page(() => import('../credentials/help-page'), 'HelpPage'), isPublic: true },
  {
    path: routePatterns.newPassword,
    Page: page(() => import('../credentials/must-change-password-route'), 'MustChangePasswordRoute'),
  },
  {
    path: routePatterns.chooseCompany,
    Page: page(() => import('../credentials/choose-company-route'), 'ChooseCompanyRoute'),
  },
  { path: routePatterns.home, Page: page(() => import('../cases/home-route'), 'HomeRoute') },
  { path: routePatterns.report, Page: page(() => import('../cases/report-route'), 'ReportRoute') },
  { path: routePatterns.case, Page: page(() => import('../cases/case-route'), 'CaseRoute') },
  { path: routePatterns.settings, Page: page(() => import('../profile/settings-route'), 'SettingsRoute') },
];

export function findRoute(pathname: string): { route: RouteEntry; params: RouteParams } | null {
  for (const route of ROUTES) {
    const params = matchRoute(route.path, pathname);
    if (params) return { route, params };
  }
  return null;
}
