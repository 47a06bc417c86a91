import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { MessageRenderer, renderMessage } from '../../notifications/rendering/message-renderer.js';
import { DOTS } from '../../notifications/rendering/placeholders.js';
import type { Settings } from '../../settings/settings.dto.js';
import { SettingsService } from '../../settings/settings.service.js';
import { buttonLabel, credentialText, type MessageText, type SendLanguage, sendLanguage } from './credential-texts.js';
import { codePage, linkHours, momentText, withValidity } from './link-validity.js';
import { destination, type Draft, loginIdFor, placeholdersOf, warningsFor } from './message-checks.js';
import { type Recipient, RecipientsQueries } from './recipients.queries.js';
import { assertDestination, stopFor } from './send-rules.js';
import {
  type CredentialDraftDto,
  type CredentialMessage,
  type CredentialPreviewDto,
  type DraftQuery,
  type Placeholder,
  PLACEHOLDERS,
  type PreviewCredentials,
} from './sends.dto.js';

const HOUR_MS = 3_600_000;
const SECRET: ReadonlySet<Placeholder> = new Set(['activation_link', 'activation_code', 'initial_pin']);

@Injectable()
export class DraftsService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly recipients: RecipientsQueries,
    private readonly renderer: MessageRenderer,
  ) {}

  /** Where the dialog starts: the template in the contact's language. */
  async draft(query: DraftQuery, staff: StaffActor): Promise<CredentialDraftDto> {
    const [recipient] = await this.recipients.find(this.db, [query.contactId]);
    if (!recipient) throw new AppError('row.not_found');
    const settings = await this.settings.read();
    const language = sendLanguage(query.language, recipient.language, settings.locale.language);
    const message = credentialText(settings, language);
    const draft = (await this.read({ ...message, language }))(recipient);
    const shown = this.shown(draft, recipient, settings);
    return {
      language,
      ...message,
      to: recipient.email,
      placeholders: PLACEHOLDERS.map((name) => ({ name, value: shown[name] || null, isSecret: SECRET.has(name) })),
      warnings: warningsFor(draft, recipient, stopFor(draft, recipient, staff)).warnings,
    };
  }

  /** What each contact would read, secrets as dots. */
  async preview(body: PreviewCredentials, staff: StaffActor): Promise<{ items: CredentialPreviewDto[] }> {
    assertDestination(body);
    const draftFor = await this.read(body.draft);
    const [settings, frame, recipients] = await Promise.all([
      this.settings.read(),
      this.renderer.frame(),
      this.recipients.find(this.db, body.contactIds),
    ]);
    const items = recipients.map((recipient) => {
      const draft = draftFor(recipient);
      const { subject, body: written, language } = draft.message;
      const values = this.shown(draft, recipient, settings);
      const button = draft.uses.has('activation_link') ? { button: { label: buttonLabel(language), url: DOTS } } : {};
      const message = renderMessage({ subject, body: written, values, language, ...button }, frame);
      const { contactId, customerName: company } = recipient;
      const { to } = destination(body.draft.to, recipient);
      return {
        contactId,
        company,
        name: recipient.name ?? recipient.email ?? '',
        to,
        language,
        ...message,
        ...warningsFor(draft, recipient, stopFor(draft, recipient, staff)),
      };
    });
    return { items };
  }

  /** What was written goes to everybody; without it, the template in each contact's language. Throws credential.placeholder_unknown. */
  async read({ to, language, subject, body }: CredentialMessage): Promise<(recipient: Recipient) => Draft> {
    const written = subject !== undefined && body !== undefined ? { subject, body } : undefined;
    if (written) placeholdersOf(written);
    return this.drafts({ to, language }, (settings, chosen) => written ?? credentialText(settings, chosen));
  }

  /** Everybody gets the text in their own language. */
  readTexts(texts: Record<SendLanguage, MessageText>): Promise<(recipient: Recipient) => Draft> {
    return this.drafts({}, (_, chosen) => texts[chosen]);
  }

  private async drafts(
    { to, language }: Pick<CredentialMessage, 'to' | 'language'>,
    textFor: (settings: Settings, chosen: SendLanguage) => MessageText,
  ): Promise<(recipient: Recipient) => Draft> {
    const [settings, usual] = await Promise.all([this.settings.read(), this.settings.portalOrigin()]);
    return (recipient) => {
      const chosen = sendLanguage(language, recipient.language, settings.locale.language);
      const text = textFor(settings, chosen);
      const uses = placeholdersOf(text);
      const message = { subject: text.subject, body: withValidity(text.body, chosen, uses), to, language: chosen };
      const portalOrigin = recipient.portalOrigin ?? usual;
      return { message, uses, portalOrigin, readableDays: settings.pins.readableDays };
    };
  }

  private shown(draft: Draft, recipient: Recipient, settings: Settings): Record<Placeholder, string> {
    const { company, locale } = settings;
    const linkEnds = new Date(Date.now() + linkHours(recipient, settings) * HOUR_MS);
    return {
      portal_link: `${draft.portalOrigin}/sign-in`,
      login_id: loginIdFor(draft.uses, recipient),
      activation_link: DOTS,
      activation_code: DOTS,
      code_page: codePage(draft.portalOrigin),
      valid_until: momentText(linkEnds, draft.message.language, locale.country),
      initial_pin: recipient.loginPhones.length > 0 && draft.readableDays > 0 ? DOTS : '',
      name: recipient.name ?? recipient.customerName,
      company: company.name,
    };
  }
}
