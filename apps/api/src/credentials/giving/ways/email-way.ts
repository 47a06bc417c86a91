import { Injectable } from '@nestjs/common';
import type { Db } from '../../../db/sql.js';
import { AppError } from '../../../http/app-error.js';
import { OUR_TEXTS, sendLanguage } from '../../sends/credential-texts.js';
import { DraftsService } from '../../sends/drafts.service.js';
import { SendOne } from '../../sends/send-one.js';
import type { SendJob } from '../../sends/send-rules.js';
import type { AccessFacts } from '../access-facts.js';
import { addedText } from './added-texts.js';

/** A message with a link to the address on file; to who signs in already, one without. */
@Injectable()
export class EmailWay {
  constructor(
    private readonly drafts: DraftsService,
    private readonly one: SendOne,
  ) {}

  /** Answers the id of the message. Throws credential.way_lost. */
  async send(
    tx: Db,
    facts: AccessFacts,
    { message, ...job }: Omit<SendJob, 'draftFor'> & { message: 'invitation' | 'added' },
  ): Promise<string> {
    const usual = await this.drafts.read(message === 'added' ? added(facts) : {});
    const draftFor = job.acting?.by.kind === 'contact' ? await this.withoutPin(usual) : usual;
    const outcome = await this.one.send(tx, facts.contactId, { ...job, draftFor, isNews: message === 'added' });
    if ('sent' in outcome) return outcome.sent.notificationId;
    throw new AppError('credential.way_lost', { reason: outcome.skipped });
  }

  /** A contact hands out no PIN: where the company's own text holds one, ours goes instead. */
  private async withoutPin(usual: SendJob['draftFor']): Promise<SendJob['draftFor']> {
    const ours = await this.drafts.readTexts(OUR_TEXTS);
    return (recipient) => {
      const draft = usual(recipient);
      return draft.uses.has('initial_pin') ? ours(recipient) : draft;
    };
  }
}

const added = ({ language, customerName }: AccessFacts) => {
  const chosen = sendLanguage(language);
  return { ...addedText(chosen, customerName), language: chosen };
};
