import type { Session } from './session';

/** What others know of a person, and a password must therefore not be made of. */
export const ownDataOf = ({ name, email, phones }: Pick<Session, 'name' | 'email' | 'phones'>): string[] => [
  name,
  ...(email ? [email] : []),
  ...phones,
];
