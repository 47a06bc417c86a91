import type { TFunction } from 'i18next';
import { formatPhone } from '@latchkey/api-client/phone';

/** The part of an audit event that makes its sentence. */
export interface RecordedAct {
  action: string;
  detail: Readonly<Record<string, unknown>>;
}

export interface ActivityWords {
  /** What was done, as a sentence without the person who did it: "Sent portal credentials to eva@nordic.example". */
  title: string;
  /** Why, or which parts. */
  detail?: string;
}

type Detail = RecordedAct['detail'];

const ofPins = ({ kind }: Detail) => (kind === 'pins' ? 'pins' : undefined);

/** Some acts read differently depending on one fact; the name of the variant ends the key. */
const VARIANTS: Partial<Record<string, (detail: Detail) => string | undefined>> = {
  'credential.sent': ({ isElsewhere, message }) =>
    message === 'joining' ? 'joining' : isElsewhere === true ? 'elsewhere' : undefined,
  'access_request.opened': ({ asked }) => (typeof asked === 'string' ? asked : undefined),
  'access_request.done': ({ because }) => (typeof because === 'string' ? because : undefined),
  'access_run.planned': ofPins,
  'access_run.started': ofPins,
  'access_run.stopped': ofPins,
  'access_run.ended': ofPins,
  'pin.issued': ({ state }) => (state === 'pending' ? 'beside' : undefined),
  'deployment_pin.set': ({ isGenerated }) => (isGenerated === true ? 'generated' : undefined),
  'deployment.poster_made': ({ withPin }) => (withPin === true ? 'with_pin' : undefined),
  'label.replaced': ({ graceDays }) => (graceDays === 0 ? 'at_once' : undefined),
  'password.reset_asked': ({ outcome }) => (typeof outcome === 'string' ? outcome : undefined),
  'password.set': ({ generated }) => (generated === true ? 'generated' : undefined),
  'invitation.handed_over': ({ way }) => (typeof way === 'string' ? way : undefined),
  'invitation.accepted': ({ password }) => (password === true ? 'password' : undefined),
  'sign_in.failed': ({ method, reason }) => `${String(method)}_${String(reason)}`,
  'sign_in.succeeded': ({ method }) => (typeof method === 'string' ? method : undefined),
  'mail.tested': ({ accepted }) => (accepted === false ? 'refused' : undefined),
  'sms.tested': ({ accepted }) => (accepted === false ? 'refused' : undefined),
};

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const named = (names: readonly string[], keys: string, t: TFunction): string =>
  names.map((name) => t(`activity:${keys}.${name.replace(':', '_')}`, { defaultValue: name })).join(', ');

/** Which fields were changed: named by `fields` and `parts`, or for cases by what holds { from, to }. */
const changedNames = (detail: Detail): string[] => [
  ...words(detail['fields']),
  ...words(detail['parts']),
  ...Object.keys(detail).filter((name) => isStep(detail[name])),
];

const isStep = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value;

/** A person gave the reason, in words; elsewhere it is a code. */
const WITH_REASON = new Set([
  'pin.revealed',
  'lock.lifted',
  'contact.viewed_as',
  'sms.stop_lifted',
  'deployment_portal.pause_lifted',
]);

const detailOf = ({ action, detail }: RecordedAct, t: TFunction): string | undefined => {
  const parts: string[] = [];
  if (typeof detail['reason'] === 'string' && WITH_REASON.has(action))
    parts.push(t('activity:reason', { reason: detail['reason'] }));
  const fields = changedNames(detail);
  if (fields.length > 0) parts.push(t('activity:changed', { fields: named(fields, 'field', t) }));
  const [taken, given] = [words(detail['taken']), words(detail['given'])];
  if (taken.length > 0) parts.push(t('activity:taken', { rights: named(taken, 'right', t) }));
  if (given.length > 0) parts.push(t('activity:given', { rights: named(given, 'right', t) }));
  return parts.length > 0 ? parts.join(' · ') : undefined;
};

/** Only texts and numbers go into a sentence; phones as people write them. */
const factsFor = (detail: Detail): Record<string, string | number> => {
  const facts: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(detail)) {
    if (typeof value === 'number') facts[name] = value;
    if (typeof value === 'string') facts[name] = formatPhone(value);
  }
  return facts;
};

/** What is not known, as in the list of all acts, leaves no hole. */
const withoutHoles = (sentence: string): string =>
  sentence
    .replaceAll(/\{\{\w+\}\}/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .replace(/[:\s]+$/, '')
    .trim();

/** An audit event in words; an action without a sentence of its own is named as the system names it. */
export const activityWords = (act: RecordedAct, t: TFunction): ActivityWords => {
  const variant = VARIANTS[act.action]?.(act.detail);
  const facts = factsFor(act.detail);
  const general = t('activity:unknown', { action: act.action });
  const plain = t(`activity:${act.action}`, { ...facts, defaultValue: general });
  const title = variant ? t(`activity:${act.action}_${variant}`, { ...facts, defaultValue: plain }) : plain;
  const detail = detailOf(act, t);
  return { title: withoutHoles(title), ...(detail ? { detail } : {}) };
};
