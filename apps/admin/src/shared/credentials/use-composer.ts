import type { Contact, CredentialMessage, CredentialPreview } from '@latchkey/api-client';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { draftOptions, previews, type SendLanguage } from './credentials.api';
import { sendPlan, textSignature } from './message-warnings';

const DEBOUNCE_MS = 300;
/** Up to here everybody's message is drawn anew with every pause in typing; beyond, only the one on the screen. */
const SMALL = 10;

interface MessageText {
  subject: string;
  body: string;
}

/** Without a text of its own the template is sent, to each in their own language. */
const hasText = ({ subject, body }: CredentialMessage): boolean => subject?.trim() !== '' && body?.trim() !== '';

/** Another address than the one on record, for a single receiver only (S0.10). */
const otherAddress = (typed: string | undefined, only: Contact | undefined): string | undefined => {
  const to = typed?.trim();
  return to && only && to.toLowerCase() !== only.email?.toLowerCase() ? to : undefined;
};

const usePreviews = (chosen: readonly string[], shownId: string | undefined, message: CredentialMessage) => {
  const [settled] = useDebouncedValue(message, DEBOUNCE_MS);
  const isSmall = chosen.length <= SMALL;
  const check = useQuery({
    queryKey: ['credentialPreviews', chosen, isSmall ? settled : textSignature(settled)],
    queryFn: ({ signal }) => previews(chosen, settled, signal),
    enabled: chosen.length > 0 && hasText(settled),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const single = useQuery({
    queryKey: ['credentialPreviews', [shownId], settled],
    queryFn: ({ signal }) => previews([shownId ?? ''], settled, signal),
    enabled: !isSmall && shownId !== undefined && hasText(settled),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const drawn = isSmall ? check : single;
  const isSettled = settled === message && !check.isFetching && !check.isPlaceholderData;
  return { check, isSettled, preview: drawn.data?.find((one) => one.contactId === shownId), drawn };
};

/** The same object for the same text, so that "has it settled?" is one comparison. */
const useSame = (message: CredentialMessage): CredentialMessage => {
  const [kept, setKept] = useState(message);
  if (JSON.stringify(kept) === JSON.stringify(message)) return kept;
  setKept(message);
  return message;
};

/** Whose language and login ids the text starts from: somebody it can go to, when there is one. */
const leadOf = (contacts: readonly Contact[], ids: readonly string[]): Contact | undefined => {
  const among = contacts.filter((one) => ids.includes(one.id));
  const fit = among.find((one) => one.email !== null && one.allowedActions.includes('send_credentials'));
  return fit ?? among[0];
};

/** The languages in which these people read, each once. */
const languagesOf = (previews: readonly CredentialPreview[]): readonly SendLanguage[] => [
  ...new Set(previews.map((one) => one.language)),
];

const textOf = (draft: MessageText | undefined): MessageText => ({
  subject: draft?.subject ?? '',
  body: draft?.body ?? '',
});

/** Everything the dialog knows: who is chosen, the text, what it would do, and how it would look. */
export const useComposer = (contacts: readonly Contact[], initial: readonly string[]) => {
  const [chosen, setChosen] = useState<readonly string[]>(initial);
  const [wanted, setShown] = useState<string>();
  const [picked, setLanguage] = useState<SendLanguage>();
  const [written, setWritten] = useState<MessageText>();
  const [typedTo, setTo] = useState<string>();

  const shownId = wanted && chosen.includes(wanted) ? wanted : leadOf(contacts, chosen)?.id;
  // The template on the left is the one that the person on the right gets.
  const base = useQuery({ ...draftOptions(shownId ?? contacts[0]?.id, picked), placeholderData: keepPreviousData });
  const only = chosen.length === 1 ? contacts.find((one) => one.id === chosen[0]) : undefined;
  const to = otherAddress(typedTo, only);
  const message = useSame({ ...written, ...(to && { to }), ...(picked && { language: picked }) });
  const previewed = usePreviews(chosen, shownId, message);
  const ofChosen = (previewed.check.data ?? []).filter((one) => chosen.includes(one.contactId));
  const text = written ?? textOf(base.data);
  return {
    ...previewed,
    chosen,
    setChosen,
    shownId,
    setShown,
    base,
    picked,
    setLanguage,
    languages: languagesOf(ofChosen),
    text,
    isWritten: written !== undefined,
    write: (part: Partial<MessageText>) => setWritten({ ...text, ...part }),
    useTemplate: () => setWritten(undefined),
    typedTo,
    setTo,
    only,
    message,
    isElsewhere: to !== undefined,
    plan: sendPlan(ofChosen),
  };
};

export type Composer = ReturnType<typeof useComposer>;
