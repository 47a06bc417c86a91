import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Keys } from '../../config/keys.js';
import { type Db, first } from '../../db/sql.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { sixDigits } from '../codes/six-digits.js';
import type { MessageText, SendLanguage } from '../sends/credential-texts.js';
import { hasVerified } from './verified-sql.js';

export const PHONE_CODE_KIND = 'phone-code';

/** Written when it is queued: every try carries the same words (R2). */
export const PhoneCodeData = z.object({ company: z.string() });

/** Within one part where the company's name is short; letters of GSM 03.38 only. */
export const PHONE_CODE_TEXTS: Record<SendLanguage, MessageText> = {
  en: {
    subject: 'Your code for {{company}}',
    body: '{{company}}: {{code}} is your code. It works for 10 minutes. Tell it to nobody.',
  },
  de: {
    subject: 'Ihr Code für {{company}}',
    body: '{{company}}: {{code}} ist Ihr Code. Er gilt 10 Minuten. Nennen Sie ihn niemandem.',
  },
  sv: {
    subject: 'Din kod för {{company}}',
    body: '{{company}}: {{code}} är din kod. Den fungerar i 10 minuter. Visa den för ingen.',
  },
};

const OPEN = `
  SELECT id, e164 FROM phone_codes WHERE id = $1 AND used_at IS NULL AND expires_at > now()`;

/** The SMS with a code. The code is put in when it is handed over and is nowhere stored (MSG-6). */
@Injectable()
export class PhoneCodeKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly keys: Keys,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: PHONE_CODE_KIND,
      placeholders: ['company', 'code'],
      asked: { isUsed: hasVerified('n.identity_id', 'n.to_address') },
      fill: (db, facts) => this.fill(db, facts),
    });
  }

  /** The same whenever it is asked for; without the keys nobody can tell it from the table. */
  code({ id, e164 }: { id: string; e164: string }): string {
    return sixDigits(this.keys.mac('link', 'phone-code', id, e164));
  }

  private async fill(db: Db, { id, data }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const open = await first<{ id: string; e164: string }>(db, OPEN, [id]);
    if (!open) return { cancelled: 'The code was used, replaced or has expired' };
    return { values: { company: PhoneCodeData.parse(data).company, code: this.code(open) }, secret: ['code'] };
  }
}
