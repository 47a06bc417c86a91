import type { MessageTemplate } from '@latchkey/api-client';

/** What a message may name; the API fills them in when it sends. */
export const PLACEHOLDERS = [
  'name',
  'company',
  'login_id',
  'activation_link',
  'activation_code',
  'code_page',
  'valid_until',
  'portal_link',
  'initial_pin',
] as const;

/** A secret in a subject would stand in every list of mails. */
const NOT_IN_SUBJECT: readonly string[] = ['activation_link', 'activation_code', 'initial_pin'];

const BRACES = /\{\{([^{}]*)\}\}/g;

const namesIn = (text: string): string[] => [...text.matchAll(BRACES)].map((match) => (match[1] ?? '').trim());

/** Placeholders that could not be filled in, as they were typed. */
export const unknownIn = (text: string, part: keyof MessageTemplate): string[] =>
  namesIn(text).filter(
    (name) => !PLACEHOLDERS.some((known) => known === name) || (part === 'subject' && NOT_IN_SUBJECT.includes(name)),
  );

/** Without one of these nobody gets in with the message. */
export const hasWayIn = (text: string): boolean =>
  namesIn(text).some((name) => name === 'activation_link' || name === 'portal_link');

export interface Piece {
  text: string;
  /** Stands for what is filled in. */
  isFilled: boolean;
}

/** The text with examples in place of what is filled in, in pieces, so that the screen can mark them. */
export const filledIn = (text: string, example: (name: string) => string | undefined): Piece[] =>
  text.split(/(\{\{[^{}]*\}\})/g).flatMap((part) => {
    if (part === '') return [];
    const name = /^\{\{([^{}]*)\}\}$/.exec(part)?.[1]?.trim();
    const value = name === undefined ? undefined : example(name);
    return [{ text: value ?? part, isFilled: value !== undefined }];
  });

/** Puts a placeholder where the cursor stands, in place of what is selected. */
export const insertAt = (text: string, name: string, [from, to]: readonly [number, number]): string =>
  `${text.slice(0, from)}{{${name}}}${text.slice(to)}`;
