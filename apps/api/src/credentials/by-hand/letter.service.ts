import { Injectable, type StreamableFile } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { pdfFile } from '../../printing/send-pdf.js';
import { LogoService } from '../../settings/logo.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { momentText } from '../sends/link-validity.js';
import { ByHandService } from './by-hand.service.js';
import { LETTER_TEXTS } from './letter-texts.js';
import { printLetter } from './print-letter.js';

/** An invitation on paper. */
@Injectable()
export class LetterService {
  constructor(
    private readonly byHand: ByHandService,
    private readonly settings: SettingsService,
    private readonly logo: LogoService,
  ) {}

  async print(contactId: string, staff: StaffActor): Promise<StreamableFile> {
    const { contact, ...handed } = await this.byHand.make(contactId, 'letter', staff);
    const { company, locale, hasLogo } = await this.settings.view();
    const language = sendLanguage(handed.language, locale.language);
    const letter = printLetter({
      ...handed,
      language,
      company: { name: company.name, logo: hasLogo ? (await this.logo.find()).png : null, contact: company.contact },
      name: contact.name ?? contact.customerName,
      customer: contact.customerName,
      until: momentText(new Date(handed.expiresAt), language, locale.country),
    });
    return pdfFile(letter, `${LETTER_TEXTS[language].file} ${contact.name ?? contact.customerName}`);
  }
}
