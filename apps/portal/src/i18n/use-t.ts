import { use } from 'react';
import type app from './catalogues/en/app.json';
import type cases from './catalogues/en/cases.json';
import type colleagues from './catalogues/en/colleagues.json';
import type credentials from './catalogues/en/credentials.json';
import type firstSteps from './catalogues/en/first-steps.json';
import type forms from './catalogues/en/forms.json';
import type help from './catalogues/en/help.json';
import type inside from './catalogues/en/inside.json';
import type joining from './catalogues/en/joining.json';
import type problem from './catalogues/en/problem.json';
import type profile from './catalogues/en/profile.json';
import type proof from './catalogues/en/proof.json';
import type resets from './catalogues/en/resets.json';
import type visit from './catalogues/en/visit.json';
import type visitStart from './catalogues/en/visit-start.json';
import { loadCatalogue, useLanguage } from './language';
import { translate, type Values } from './translate';

interface Catalogues {
  app: typeof app;
  cases: typeof cases;
  colleagues: typeof colleagues;
  credentials: typeof credentials;
  'first-steps': typeof firstSteps;
  forms: typeof forms;
  help: typeof help;
  inside: typeof inside;
  joining: typeof joining;
  problem: typeof problem;
  profile: typeof profile;
  proof: typeof proof;
  resets: typeof resets;
  visit: typeof visit;
  'visit-start': typeof visitStart;
}

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
type KeysIn<Part> = {
  [Key in keyof Part & string]: Part[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysIn<Part[Key]>}`;
}[keyof Part & string];

export type Namespace = keyof Catalogues;
export type KeyOf<Name extends Namespace> = KeysIn<Catalogues[Name]>;
export type Translate<Name extends Namespace> = (key: KeyOf<Name>, values?: Values) => string;

/** The words of one catalogue; suspends until they are loaded. */
export function useT<Name extends Namespace>(namespace: Name): Translate<Name> {
  const language = useLanguage();
  const catalogue = use(loadCatalogue(language, namespace));
  return (key, values) => translate({ catalogue, language }, key, values) ?? key;
}

/** A sentence for a problem code of the API; codes we have no words for get the general one. */
export function useProblemText(): (code: string | undefined) => string {
  const language = useLanguage();
  const catalogue = use(loadCatalogue(language, 'problem'));
  return (code) =>
    translate({ catalogue, language }, code ?? 'unknown') ?? translate({ catalogue, language }, 'unknown') ?? '';
}
