import type { ChangeDeploymentPortal, DeploymentPortal, PublicCompany } from '@latchkey/api-client';
import { changedKeys } from '../../../lib/rebase';

export type Language = PublicCompany['language'];
export type Asking = DeploymentPortal['askName'];

export const VISIT_LANGUAGES: readonly Language[] = ['en', 'de', 'sv'];
export const TEXTS = ['welcome', 'instructions', 'contact'] as const;
export type TextName = (typeof TEXTS)[number];

type Texts = Record<TextName, string>;

/** The form of a portal. */
export interface PortalValues extends Record<string, unknown> {
  texts: Record<Language, Texts>;
  showsOpenCases: boolean;
  /** null: all that are active. */
  templateIds: string[] | null;
  askName: Asking;
  askEmail: Asking;
  askPhone: Asking;
  allowsNoReply: boolean;
  takesPhotos: boolean;
  /** The first is the default; none: all. */
  languages: Language[];
}

type Options = Omit<DeploymentPortal, 'version' | 'isEnabled' | 'hasPin'>;

const textsOf = (stored: Options['texts'], language: Language): Texts => ({
  welcome: stored[language]?.welcome ?? '',
  instructions: stored[language]?.instructions ?? '',
  contact: stored[language]?.contact ?? '',
});

export const toPortalValues = (portal: Options): PortalValues => ({
  texts: { en: textsOf(portal.texts, 'en'), de: textsOf(portal.texts, 'de'), sv: textsOf(portal.texts, 'sv') },
  showsOpenCases: portal.showsOpenCases,
  templateIds: portal.templateIds,
  askName: portal.askName,
  askEmail: portal.askEmail,
  askPhone: portal.askPhone,
  allowsNoReply: portal.allowsNoReply,
  takesPhotos: portal.takesPhotos,
  languages: portal.languages,
});

/** Only what is written: a language without any text is not stored. */
const toTexts = (texts: PortalValues['texts']): NonNullable<ChangeDeploymentPortal['texts']> =>
  Object.fromEntries(
    VISIT_LANGUAGES.flatMap((language) => {
      const written = TEXTS.filter((name) => texts[language][name].trim() !== '');
      return written.length === 0
        ? []
        : [[language, Object.fromEntries(written.map((name) => [name, texts[language][name].trim()]))]];
    }),
  );

/** Only what was changed here; the texts go as a whole. */
export const toPortalChange = (values: PortalValues, start: PortalValues): ChangeDeploymentPortal => {
  const body: ChangeDeploymentPortal = { ...values, texts: toTexts(values.texts) };
  return Object.fromEntries(changedKeys(values, start).map((key) => [key, body[key as keyof ChangeDeploymentPortal]]));
};

/** A reporter who wants an answer can be asked for no way to give it. */
export const hasNoWayBack = ({ askEmail, askPhone, allowsNoReply }: PortalValues): boolean =>
  askEmail === 'hidden' && askPhone === 'hidden' && !allowsNoReply;

/** The languages of the portal, the default first: those chosen, else all, beginning with the customer's or the company's. */
export const languagesOf = (chosen: readonly Language[], usual: readonly (string | null)[]): readonly Language[] => {
  if (chosen.length > 0) return chosen;
  const first = usual
    .map((tag) => VISIT_LANGUAGES.find((language) => language === tag?.slice(0, 2)))
    .find((language) => language !== undefined);
  return first ? [first, ...VISIT_LANGUAGES.filter((language) => language !== first)] : VISIT_LANGUAGES;
};

/** The texts as a visitor with this language reads them: one that is missing comes from the first other that has it. */
export const shownTexts = (
  texts: PortalValues['texts'],
  languages: readonly Language[],
  language: Language,
): Partial<Texts> => {
  const order = [language, ...languages, ...VISIT_LANGUAGES];
  const found = TEXTS.map((name) => [name, order.map((one) => texts[one][name].trim()).find(Boolean)] as const);
  return Object.fromEntries(found.filter(([, text]) => text !== undefined));
};
