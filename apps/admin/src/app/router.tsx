import { createBrowserRouter, type RouteObject } from 'react-router-dom';
import { page, withTexts, type Feature } from './feature';
import { features } from './features';
import { CrashPage } from './crash-page';
import { NotFoundPage } from './not-found-page';
import { NAMESPACES } from '../i18n/catalogues';
import { SessionGate } from './session-gate';
import { Shell } from './shell/shell';

const GatedShell = () => (
  <SessionGate>
    <Shell />
  </SessionGate>
);

/** A page that throws is replaced inside the shell: the navigation stays. */
const withCrashPage = (route: RouteObject): RouteObject => ({ errorElement: <CrashPage />, ...route });

/** Every component in every state, for our own eyes; not part of a production build. */
const gallery: readonly RouteObject[] =
  import.meta.env.MODE === 'production'
    ? []
    : [
        {
          path: '_gallery',
          lazy: page(() => import('../gallery/gallery-shell'), 'GalleryShell'),
          children: [
            withTexts(NAMESPACES)({ index: true, lazy: page(() => import('../gallery/gallery-page'), 'GalleryPage') }),
            withCrashPage({ path: '*', lazy: page(() => import('../gallery/gallery-page'), 'GalleryPage') }),
          ],
        },
      ];

/** A page with the tabs that other features put on it. */
const withTabs = (route: RouteObject): RouteObject => {
  const tabs = features.flatMap(({ tabs: all, texts }) => (all?.[route.path ?? ''] ?? []).map(withTexts(texts)));
  return route.children ? { ...route, children: [...route.children, ...tabs] } : route;
};

const routesOf = (feature: Feature, kind: 'routes' | 'openRoutes'): RouteObject[] =>
  (feature[kind] ?? []).map(withTexts(feature.texts)).map(withTabs).map(withCrashPage);

const routes: RouteObject[] = [
  {
    errorElement: <CrashPage />,
    hydrateFallbackElement: <></>,
    children: [
      ...gallery,
      ...features.flatMap((feature) => routesOf(feature, 'openRoutes')),
      {
        element: <GatedShell />,
        children: [
          ...features.flatMap((feature) => routesOf(feature, 'routes')),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

const BASE = '/admin';

export const createRouter = () => createBrowserRouter(routes, { basename: BASE });

/** The address without the base; the router's own state has it with the base. */
export const addressIn = ({ pathname, search }: { pathname: string; search: string }): string =>
  `${pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname}${search}` || '/';
