import { useT } from '../i18n/use-t';
import { TextField } from '../ui/field';
import type { VisitView } from './visit.api';

export interface Reporter {
  name: string;
  email: string;
  phone: string;
}

type Problem = 'missing' | 'invalid';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^[\d\s+()/.-]{5,30}$/;

/** What is wrong with each field; `way`: neither e-mail nor phone, although an answer is wanted. */
export function reporterProblems(
  { name, email, phone }: Reporter,
  { ask }: VisitView,
  noReply: boolean,
): Partial<Record<keyof Reporter, Problem>> & { way?: true } {
  const of = (value: string, need: string, isRight: boolean): Problem | undefined =>
    value.trim() === '' ? (need === 'required' ? 'missing' : undefined) : isRight ? undefined : 'invalid';
  const found = {
    name: of(name, ask.name, true),
    email: noReply && email.trim() === '' ? undefined : of(email, ask.email, EMAIL.test(email.trim())),
    phone: noReply && phone.trim() === '' ? undefined : of(phone, ask.phone, PHONE.test(phone.trim())),
  };
  const hasWay = email.trim() !== '' || phone.trim() !== '';
  const isAsked = ask.email !== 'hidden' || ask.phone !== 'hidden';
  const given = Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
  return !noReply && isAsked && !hasWay ? { ...given, way: true } : given;
}

interface ReporterFieldsProps {
  value: Reporter;
  onChange: (value: Reporter) => void;
  visit: VisitView;
  problems: ReturnType<typeof reporterProblems>;
}

/** Name, e-mail and phone as far as this site asks for them (S1.18). */
export function ReporterFields({ value, onChange, visit, problems }: ReporterFieldsProps) {
  const t = useT('visit');
  const { ask } = visit;
  const word = (problem: Problem | undefined) => (problem ? t(`reach.${problem}`) : null);
  return (
    <>
      {ask.name !== 'hidden' && (
        <TextField
          label={t('reach.name')}
          isOptional={ask.name === 'optional'}
          error={word(problems.name)}
          autoComplete="name"
          maxLength={100}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
        />
      )}
      {ask.email !== 'hidden' && (
        <TextField
          label={t('reach.email')}
          isOptional={ask.email === 'optional'}
          error={word(problems.email)}
          type="email"
          autoComplete="email"
          maxLength={254}
          value={value.email}
          onChange={(email) => onChange({ ...value, email })}
        />
      )}
      {ask.phone !== 'hidden' && (
        <TextField
          label={t('reach.phone')}
          isOptional={ask.phone === 'optional'}
          error={word(problems.phone)}
          type="tel"
          autoComplete="tel"
          maxLength={30}
          value={value.phone}
          onChange={(phone) => onChange({ ...value, phone })}
        />
      )}
    </>
  );
}

/** Only what was asked for and filled in. */
export function reporterToSend({ name, email, phone }: Reporter, { ask }: VisitView) {
  const given = (value: string, need: string) => (need !== 'hidden' && value.trim() !== '' ? value.trim() : undefined);
  return { name: given(name, ask.name), email: given(email, ask.email), phone: given(phone, ask.phone) };
}
