import { INVITATION_HOURS, RESET_HOURS } from '../activation/invitations.service.js';
import type { SendLanguage } from './credential-texts.js';

const NOTES: Record<SendLanguage, string> = {
  en: 'The link works once, until {{valid_until}}.',
  de: 'Der Link gilt einmal, bis {{valid_until}}.',
  sv: 'Länken fungerar en gång, till {{valid_until}}.',
};

/** A text with a link says how long it works, also when whoever wrote it did not think of it. */
export const withValidity = (body: string, language: SendLanguage, uses: ReadonlySet<string>): string =>
  uses.has('activation_link') && !uses.has('valid_until') ? `${body}\n\n${NOTES[language]}` : body;

/** A link that could replace a password lives as short as one that was asked for (D3). */
export const linkHours = (recipient: { hasPassword: boolean }): number =>
  recipient.hasPassword ? RESET_HOURS : INVITATION_HOURS;

function timeZonesOf(country: string): string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined;
    timeZones?: string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Day, time and time zone, as people of this language write them. Where the clocks of a country differ, the time is given in UTC. */
export function momentText(moment: Date, language: SendLanguage, country: string): string {
  const inZone = (timeZone: string): string =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
      timeZoneName: 'short',
    }).format(moment);
  const [local, ...others] = new Set(timeZonesOf(country).map(inZone));
  return local !== undefined && others.length === 0 ? local : inZone('UTC');
}
