import { paths } from './paths';
import { remembered } from './remembered';

/** Survives a reload of this tab, which phones do by themselves when one looks at another app. */
const kept = remembered('activation', 'sessionStorage');

export const activationToken = (): string | null => kept.read();
export const forgetActivationToken = (): void => kept.write(null);

/** Takes the token out of the address bar and the history, before anything is fetched. False when there is none. */
export function takeActivationToken(): boolean {
  if (window.location.pathname !== paths.activate || !window.location.hash) return false;
  const token = new URLSearchParams(window.location.hash.slice(1)).get('t');
  window.history.replaceState(window.history.state, '', paths.activate);
  kept.write(token);
  return true;
}
