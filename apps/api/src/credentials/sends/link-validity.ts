import type { Settings } from '../../settings/settings.dto.js';
import { invitationHours, RESET_HOURS } from '../activation/invitations.service.js';
import type { SendLanguage } from './credential-texts.js';

const NOTES: Record<SendLanguage, string> = {
  en: 'The link works once, until {{valid_until}}.',
  de: 'Der Link gilt einmal, bis {{valid_until}}.',
  sv: 'Länken fungerar en gång, till {{valid_until}}.',
};

const CODE_NOTES: Record<SendLanguage, string> = {
  en: 'On another device, open {{code_page}} and type this code: {{activation_code}}',
  de: 'Auf einem anderen Gerät öffnen Sie {{code_page}} und tippen diesen Code ein: {{activation_code}}',
  sv: 'På en annan enhet öppnar du {{code_page}} och skriver den här koden: {{activation_code}}',
};

/** A text with a link says how long it works and has the code below it, also when whoever wrote it did not think of that. */
export function withValidity(body: string, language: SendLanguage, uses: ReadonlySet<string>): string {
  if (!uses.has('activation_link')) return body;
  const notes = [
    ...(uses.has('valid_until') ? [] : [NOTES[language]]),
    ...(uses.has('activation_code') ? [] : [CODE_NOTES[language]]),
  ];
  return [body, ...notes].join('\n\n');
}

/** Where the code is typed; the address of the link without its token. */
export const codePage = (portalOrigin: string): string => `${portalOrigin}/activate`;

/** A link that could replace a password lives as short as one that was asked for (D3). */
export const linkHours = (recipient: { hasPassword: boolean }, settings: Settings): number =>
  recipient.hasPassword ? RESET_HOURS : invitationHours('email', settings);

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
