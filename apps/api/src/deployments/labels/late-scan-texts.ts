import type { LANGUAGES } from '../../http/schemas.js';

type Language = (typeof LANGUAGES)[number];

/** To staff, when a label that leads nowhere any more is scanned (D5). */
export const LATE_SCAN: Record<Language, { subject: string; body: string; button: string }> = {
  en: {
    subject: 'An old label of {{device}} was scanned',
    body: 'A label of {{device}} at {{deployment}} ({{customer}}) that is not in use any more was scanned just now. It still sticks somewhere: people who scan it cannot report.\n\nTake it off, or put the new one in its place:\n\n{{link}}',
    button: 'Open the device',
  },
  de: {
    subject: 'Ein altes Etikett von {{device}} wurde gescannt',
    body: 'Ein Etikett von {{device}} bei {{deployment}} ({{customer}}), das nicht mehr in Gebrauch ist, wurde gerade gescannt. Es klebt noch irgendwo: Wer es scannt, kann nichts melden.\n\nNehmen Sie es ab, oder bringen Sie an seiner Stelle das neue an:\n\n{{link}}',
    button: 'Gerät öffnen',
  },
  sv: {
    subject: 'En gammal etikett på {{device}} skannades',
    body: 'En etikett på {{device}} vid {{deployment}} ({{customer}}) som inte används längre skannades nyss. Den sitter kvar någonstans: den som skannar den kan inte anmäla något.\n\nTa bort den, eller sätt den nya på dess plats:\n\n{{link}}',
    button: 'Öppna enheten',
  },
};
