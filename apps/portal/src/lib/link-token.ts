import { paths } from './paths';
import { remembered } from './remembered';

/** The link that was opened last in this tab. Survives a reload, which phones do by themselves when one looks at another app. */
const kept = remembered('link', 'sessionStorage');

const LINKS = [paths.activate, paths.reset, paths.view] as const;

/** The token of the link to this page; null when none was opened. */
export function linkToken(path: (typeof LINKS)[number]): string | null {
  const [opened, token = null] = kept.read()?.split('#') ?? [];
  return opened === path ? token : null;
}

export const forgetLink = (): void => kept.write(null);

/** Takes the token out of the address bar and the history, before anything is fetched. False when there is none. */
export function takeLink(): boolean {
  const { pathname, hash } = window.location;
  const token = new URLSearchParams(hash.slice(1)).get('t');
  if (!LINKS.some((path) => path === pathname) || !hash) return false;
  window.history.replaceState(window.history.state, '', pathname);
  kept.write(`${pathname}#${token ?? ''}`);
  return true;
}
