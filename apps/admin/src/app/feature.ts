import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router-dom';
import type { PaletteProvider } from './shell/palette';

/** What a feature folder gives to the app. */
export interface Feature {
  /** Pages inside the shell; paths relative to /admin: "customers", "customers/:customerId". */
  routes?: readonly RouteObject[];
  /** Pages without shell and session: signing in, accepting an invitation. */
  openRoutes?: readonly RouteObject[];
  /** What Ctrl+K offers and finds. */
  palette?: readonly PaletteProvider[];
}

/** Loads a page when it is first visited: `lazy: page(() => import('./pages/customers-page'), 'CustomersPage')`. */
export const page =
  <Name extends string, Module extends Record<Name, ComponentType>>(load: () => Promise<Module>, name: Name) =>
  async (): Promise<{ Component: ComponentType }> => ({ Component: (await load())[name] });
