export const SIGN_IN = '/sign-in';

/** Where to go when the session is gone; keeps the address for the way back. */
export const signInAddress = (here: string): string =>
  here === '/' ? SIGN_IN : `${SIGN_IN}?next=${encodeURIComponent(here)}`;

/** The address kept by `signInAddress`, or Home: only paths of this app, never another site. */
export const nextAddress = (search: string): string => {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !next.startsWith(SIGN_IN) ? next : '/';
};
