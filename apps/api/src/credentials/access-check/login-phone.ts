import type { CheckSubject } from '../../access-checks/looking.js';

/** The number on file that the login knows; undefined where it knows none of them. One with an extension is for calling only. */
export const knownPhone = ({ phones, loginPhones }: CheckSubject): string | undefined =>
  phones.find(({ e164, hasExtension }) => !hasExtension && loginPhones.includes(e164))?.e164;

/** What the person is told to sign in with: a number that left the file opens the login too, and may be somebody else's by now. */
export const loginPhone = (subject: CheckSubject): string | undefined => knownPhone(subject) ?? subject.loginPhones[0];
