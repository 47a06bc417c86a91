import type { MessageText, SendLanguage } from '../../sends/credential-texts.js';

/** No link to set anything up: the new PIN is all that changes. `valid_until` is when the PIN of before ends. */
export const ROTATION_TEXTS: Record<SendLanguage, MessageText> = {
  en: {
    subject: 'Your new PIN for {{company}}',
    body: `Hello {{name}},

{{company}} has given you a new PIN. Please use it from now on: {{initial_pin}}

Your login stays the same: {{login_id}}

Your PIN of before works until you have used the new one, and until {{valid_until}} at the longest.

You sign in here: {{portal_link}}`,
  },
  de: {
    subject: 'Ihre neue PIN für {{company}}',
    body: `Guten Tag {{name}},

{{company}} hat Ihnen eine neue PIN gegeben. Bitte verwenden Sie ab jetzt diese: {{initial_pin}}

Ihre Anmeldung bleibt gleich: {{login_id}}

Ihre bisherige PIN gilt, bis Sie die neue verwendet haben, längstens bis {{valid_until}}.

Hier melden Sie sich an: {{portal_link}}`,
  },
  sv: {
    subject: 'Din nya PIN-kod för {{company}}',
    body: `Hej {{name}},

{{company}} har gett dig en ny PIN-kod. Använd den från och med nu: {{initial_pin}}

Din inloggning är densamma: {{login_id}}

Din tidigare PIN-kod fungerar tills du har använt den nya, dock längst till {{valid_until}}.

Här loggar du in: {{portal_link}}`,
  },
};
