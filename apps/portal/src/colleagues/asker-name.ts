import type { ColleagueRequest } from '@latchkey/api-client';

/** On file or as it was typed; without any, what was typed to sign in. */
export const askerName = ({ firstName, lastName, login }: ColleagueRequest): string =>
  [firstName, lastName].filter(Boolean).join(' ') || login;
