import type { SettingsDto } from '../../settings/settings.dto.js';

/** What stands around every message: the company's side of it. */
export interface Frame {
  company: string;
  color: string;
  footer: string;
  contact: { phone: string; email: string; text: string };
  portalOrigin: string;
  /** Every address of the portal: what leads to one of them is a link of ours. */
  portalOrigins: readonly string[];
  adminOrigin: string;
  language: string;
}

export const frameOf = (settings: SettingsDto, adminOrigin: string): Frame => ({
  company: settings.company.name,
  color: settings.company.color,
  footer: settings.mail.footer,
  contact: settings.company.contact,
  portalOrigin: settings.effectivePortalOrigin,
  portalOrigins: [settings.effectivePortalOrigin, ...settings.portal.addresses.map(({ origin }) => origin)],
  adminOrigin,
  language: settings.locale.language,
});

interface FrameTexts {
  /** The fixed line that no sender can edit (D2). */
  sentFor(company: string): string;
  help: string;
}

const TEXTS: Record<string, FrameTexts> = {
  en: { sentFor: (company) => `Sent for ${company}. We never ask for your PIN by mail.`, help: 'Need help?' },
  de: {
    sentFor: (company) => `Gesendet für ${company}. Wir fragen nie per E-Mail nach Ihrer PIN.`,
    help: 'Brauchen Sie Hilfe?',
  },
  sv: {
    sentFor: (company) => `Skickat för ${company}. Vi frågar aldrig efter din PIN-kod via e-post.`,
    help: 'Behöver du hjälp?',
  },
};

/** Texts in the language of the message, else in the company's, else in English. */
export function frameTexts(language: string, fallback: string): FrameTexts & { tag: string } {
  for (const tag of [language, language.split('-')[0] ?? '', fallback]) {
    const texts = TEXTS[tag];
    if (texts) return { ...texts, tag };
  }
  return { ...(TEXTS.en as FrameTexts), tag: 'en' };
}

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** White or near-black, whichever reads better on the colour (WCAG 2.2 relative luminance): one of them always passes AA. */
export function textOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(color.slice(at, at + 2)));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= 4.5 ? '#ffffff' : '#111111';
}
