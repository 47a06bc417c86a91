import type { CredentialMessage, CredentialPreview, SendWarning } from '@latchkey/api-client';

/** About the text itself, and so the same for every receiver. */
const ABOUT_TEXT: ReadonlySet<SendWarning> = new Set(['link_missing', 'login_id_missing', 'other_urls']);

export interface LeftOut {
  contactId: string;
  name: string;
  reason: SendWarning;
}

export interface SendPlan {
  /** Who gets a message. */
  receivers: readonly string[];
  leftOut: readonly LeftOut[];
  /** Worth a look, said once for all. */
  aboutText: readonly SendWarning[];
}

/** What pressing Send would do, before it is pressed (S0.10 to S0.13). The first warning of who is left out is the reason. */
export const sendPlan = (previews: readonly CredentialPreview[]): SendPlan => ({
  receivers: previews.filter((one) => one.sendable).map((one) => one.contactId),
  leftOut: previews
    .filter((one) => !one.sendable)
    .map(({ contactId, name, warnings }) => ({ contactId, name, reason: warnings[0] ?? 'not_found' })),
  aboutText: [...new Set(previews.flatMap((one) => one.warnings))].filter((code) => ABOUT_TEXT.has(code)),
});

/** What is worth knowing about this one receiver, besides the text. */
export const aboutReceiver = (preview: CredentialPreview): readonly SendWarning[] =>
  preview.warnings.filter((code) => !ABOUT_TEXT.has(code));

const PLACEHOLDER = /\{\{\s*([a-z_]+)\s*\}\}/g;
const URL = /https?:\/\/\S+|\bwww\.\S+/i;

/** What of a text decides who can get it: a change elsewhere in the text needs no new check of everybody. */
export const textSignature = (message: CredentialMessage): string => {
  const text = `${message.subject ?? ''}\n${message.body ?? ''}`;
  const names = [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
  return [
    message.to ?? '',
    message.language ?? '',
    message.body === undefined ? 'template' : '',
    ...names.toSorted((one, other) => one.localeCompare(other)),
    URL.test(text) ? 'url' : '',
  ].join(' ');
};
