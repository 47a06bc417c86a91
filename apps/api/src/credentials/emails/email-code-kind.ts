import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Keys } from '../../config/keys.js';
import { type Db, first } from '../../db/sql.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { sixDigits } from '../codes/six-digits.js';
import { type PendingEmail, pendingEmail } from './pending-email-sql.js';

export const EMAIL_CODE_KIND = 'email-code';

/** Written when it is queued: every try carries the same words (R2). */
export const EmailCodeData = z.object({ company: z.string() });

/** The mail with a code. The code is put in when it is handed over and is nowhere stored (MSG-6). */
@Injectable()
export class EmailCodeKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly keys: Keys,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: EMAIL_CODE_KIND,
      placeholders: ['company', 'code'],
      fill: (db, facts) => this.fill(db, facts),
    });
  }

  code({ id, emailKey }: Pick<PendingEmail, 'id' | 'emailKey'>): string {
    return sixDigits(this.keys.mac('link', 'email-code', id, emailKey));
  }

  /** The text for a taken address has no code in it, and is sent by the same rule: nothing tells the two apart but the mailbox (INV-4). */
  private async fill(db: Db, { id, data }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const open = await first<PendingEmail>(db, pendingEmail('e.id = $1'), [id]);
    if (!open) return { cancelled: 'The code was used, replaced or has expired' };
    return { values: { company: EmailCodeData.parse(data).company, code: this.code(open) }, secret: ['code'] };
  }
}
