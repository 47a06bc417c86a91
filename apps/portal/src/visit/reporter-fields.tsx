import { useT } from '../i18n/use-t';
import { TextField } from '../ui/field';
import type { VisitView } from './visit.api';

export interface Reporter {
  name: string;
  email: string;
  phone: string;
}

type Field = keyof Reporter;
type Problem = 'missing' | 'invalid';

/** As the server reads them: what it would refuse is said while it can still be mended. */
const EMAIL = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;
const PHONE = /^[\d\s+()/.-]{5,30}$/;

export const isEmail = (typed: string): boolean => EMAIL.test(typed.trim());

const FIELDS = {
  name: { autoComplete: 'name', maxLength: 100 },
  email: { type: 'email', autoComplete: 'email', maxLength: 254 },
  phone: { type: 'tel', autoComplete: 'tel', maxLength: 30 },
} as const;
const NAMES = Object.keys(FIELDS) as Field[];

const isRight: Record<Field, (typed: string) => boolean> = {
  name: () => true,
  email: isEmail,
  phone: (typed) => PHONE.test(typed.trim()),
};

/** Whether this site wants to know anything of the reporter. */
export const asksAnything = ({ ask }: VisitView): boolean => NAMES.some((field) => ask[field] !== 'hidden');

/** What is wrong with each field; `way`: neither e-mail nor phone, although an answer is wanted. */
export function reporterProblems(
  reporter: Reporter,
  { ask }: VisitView,
  noReply: boolean,
): Partial<Record<Field, Problem>> & { way?: true } {
  const problemOf = (field: Field): Problem | undefined => {
    if (ask[field] === 'hidden') return undefined;
    if (reporter[field].trim() !== '') return isRight[field](reporter[field]) ? undefined : 'invalid';
    return ask[field] === 'required' && (field === 'name' || !noReply) ? 'missing' : undefined;
  };
  const found = NAMES.flatMap((field) => {
    const problem = problemOf(field);
    return problem ? [[field, problem] as const] : [];
  });
  const ways = (['email', 'phone'] as const).filter((field) => ask[field] !== 'hidden');
  const hasWay = ways.some((field) => reporter[field].trim() !== '');
  return { ...Object.fromEntries(found), ...(!noReply && ways.length > 0 && !hasWay && { way: true }) };
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
  return NAMES.filter((field) => visit.ask[field] !== 'hidden').map((field) => {
    const problem = problems[field];
    return (
      <TextField
        key={field}
        {...FIELDS[field]}
        label={t(`reach.${field}`)}
        isOptional={visit.ask[field] === 'optional'}
        error={problem ? t(`reach.${problem}`) : null}
        value={value[field]}
        onChange={(typed) => onChange({ ...value, [field]: typed })}
      />
    );
  });
}

/** Only what was asked for and filled in. */
export function reporterToSend(reporter: Reporter, { ask }: VisitView) {
  const given = (field: Field) => (ask[field] === 'hidden' ? undefined : reporter[field].trim() || undefined);
  return { name: given('name'), email: given('email'), phone: given('phone') };
}
