export const SIGN_IN = '/sign-in';
/** Where a link of an invitation leads, and the one of the first start. */
export const WELCOME = '/welcome';

/** Pages for people who are not signed in: a lost session leads nowhere from here. */
export const isOpenAddress = (here: string): boolean => /^\/(sign-in|welcome)(?![\w-])/.test(here);

/** Where to go when the session is gone; keeps the address for the way back. */
export const signInAddress = (here: string): string =>
  here === '/' ? SIGN_IN : `${SIGN_IN}?next=${encodeURIComponent(here)}`;

/** The address kept by `signInAddress`, or Home: only paths of this app, never another site. */
export const nextAddress = (search: string): string => {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !isOpenAddress(next) ? next : '/';
};
