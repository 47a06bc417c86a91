import type { LoginCheckResult, LoginMatch } from '@latchkey/api-client';

/** One sentence about a login that the typed e-mail or phone belongs to. */
export interface LoginHint {
  /** Key of the contacts catalogue. */
  text: 'links' | 'asks' | 'linksPhone' | 'apart' | 'otherEmail' | 'several' | 'notMobile';
  isWarning: boolean;
  match: LoginMatch;
}

const toHint = (match: LoginMatch, isLinked: boolean, context: HintContext): LoginHint | null => {
  switch (match.effect) {
    // Who is at this customer already is told apart, with the way to them.
    case 'linked':
    case 'same_customer':
      return null;
    case 'links':
      if (match.by === 'phone' && !context.linkByPhone) return { text: 'apart', isWarning: false, match };
      if (!isLinked) return { text: 'several', isWarning: true, match };
      if (match.asksFirst) return { text: 'asks', isWarning: false, match };
      return { text: match.by === 'phone' ? 'linksPhone' : 'links', isWarning: false, match };
    case 'other_email':
      return { text: 'otherEmail', isWarning: true, match };
    case 'several':
      return { text: 'several', isWarning: true, match };
    case 'not_mobile':
      return { text: 'notMobile', isWarning: false, match };
  }
};

interface HintContext {
  linkByPhone: boolean;
}

/** What saving would mean for logins that exist, told before it happens (S0.12, S3.5). The same person is named once. */
export const loginHints = (result: LoginCheckResult, { linkByPhone }: HintContext): LoginHint[] => {
  // What was said about a phone no longer counts once the e-mail names the person.
  const context = { linkByPhone: linkByPhone || !mayBeSomebodyElse(result) };
  const hints = result.matches.flatMap((match) => toHint(match, match.identityId === result.linksTo, context) ?? []);
  return hints.filter(
    (hint, index) =>
      hints.findIndex((one) => one.match.identityId === hint.match.identityId && one.text === hint.text) === index &&
      !(
        hint.text === 'linksPhone' &&
        hints.some((one) => one.text === 'links' && one.match.identityId === hint.match.identityId)
      ),
  );
};

/** Only a phone may belong to another person (a shared one); an e-mail is one person's. */
export const mayBeSomebodyElse = ({ matches, linksTo }: LoginCheckResult): boolean =>
  matches.some((match) => match.by === 'phone' && match.effect === 'links' && match.identityId === linksTo) &&
  !matches.some((match) => match.by === 'email' && match.identityId === linksTo);
