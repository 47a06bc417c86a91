import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router-dom';
import { needTexts } from '../i18n/i18n';
/** What a feature folder gives to the app. */
export interface Feature {
  /** Pages inside the shell; paths relative to /admin: "customers", "customers/:customerId". */
  routes?: readonly RouteObject[];
  /** Tabs on the pages of other features, by the path of the page: { 'customers/:customerId': [{ path: 'deployments', … }] }. */
  tabs?: Readonly<Record<string, readonly RouteObject[]>>;
  /** Pages without shell and session: signing in, accepting an invitation. */
  openRoutes?: readonly RouteObject[];
  /** Namespaces of the catalogues that its pages use, besides those of the kit; loaded with its first page. */
  texts: readonly string[];
}

/** Loads a page when it is first visited: `lazy: page(() => import('./pages/customers-page'), 'CustomersPage')`. */
export const page =
  <Name extends string, Module extends Record<Name, ComponentType>>(load: () => Promise<Module>, name: Name) =>
  async (): Promise<{ Component: ComponentType }> => ({ Component: (await load())[name] });

/** A page appears when its texts are there as well. Tabs below it load at the same time and need no wait of their own. */
export const withTexts =
  (texts: readonly string[]) =>
  (route: RouteObject): RouteObject => {
    const { lazy } = route;
    if (typeof lazy !== 'function') return route;
    return { ...route, lazy: async () => (await Promise.all([lazy(), needTexts(texts)]))[0] };
  };
