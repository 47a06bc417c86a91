export const SIGN_IN = '/sign-in';
/** Where a link of an invitation leads, and the one of the first start. */
export const WELCOME = '/welcome';

/** Where the second step is set up by whoever must have one. */
export const SECOND_STEP = '/second-step';

/** Pages for people who are not signed in: a lost session leads nowhere from here. */
export const isOpenAddress = (here: string): boolean => /^\/(sign-in|welcome)(?![\w-])/.test(here);

/** Where to go when the session is gone; keeps the address for the way back. */
export const signInAddress = (here: string): string => withNext(SIGN_IN, here);

/** The same for somebody who must set up a second step first. */
export const secondStepAddress = (here: string): string => withNext(SECOND_STEP, here);

const withNext = (address: string, here: string): string =>
  here === '/' ? address : `${address}?next=${encodeURIComponent(here)}`;

/** The address kept by one of the two, or Home: only paths of this app, never another site. */
export const nextAddress = (search: string): string => {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !isOpenAddress(next) && !next.startsWith(SECOND_STEP) ? next : '/';
};
