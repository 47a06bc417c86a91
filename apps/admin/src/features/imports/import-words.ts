import type { Import, ImportRow } from '@latchkey/api-client';
import type { TFunction } from 'i18next';
import type { Tone } from '../../theme/tokens';

type Field = Import['fields'][number];
export type ImportField = Field['name'];
type State = Import['state'];
type Counts = Import['counts'];

/** Whom a column can be about, in the order in which they are offered. */
export const SUBJECTS = ['customer', 'contact', 'deployment', 'device'] as const satisfies readonly Field['of'][];

export const fieldsOf = ({ fields }: Pick<Import, 'fields'>, whom: Field['of']): readonly ImportField[] =>
  fields.filter((field) => field.of === whom).map((field) => field.name);

/** A worker has it: its answer will differ in a second. */
export const isAtWork = ({ state }: { state: State }): boolean =>
  state === 'checking' || state === 'running' || state === 'undoing';

const STATE_TONES: Record<State, Tone> = {
  uploaded: 'info',
  checking: 'wait',
  checked: 'info',
  running: 'wait',
  done: 'good',
  undoing: 'wait',
  undone: 'quiet',
  failed: 'bad',
};

/** A key of "state": a checked file without anything new does not wait to be imported. */
export const stateWord = ({ state, counts }: Pick<Import, 'state' | 'counts'>): State | 'nothing' =>
  state === 'checked' && linesToDo(counts) === 0 ? 'nothing' : state;

export const stateTone = (file: Pick<Import, 'state' | 'counts'>): Tone =>
  stateWord(file) === 'nothing' ? 'quiet' : STATE_TONES[file.state];

export const VERDICTS = ['create', 'update', 'unchanged', 'skip'] as const;
const VERDICT_TONES: Record<(typeof VERDICTS)[number], Tone> = {
  create: 'good',
  update: 'info',
  unchanged: 'quiet',
  skip: 'wait',
};

type Mapped = Pick<Import, 'kind' | 'mapping' | 'fields'>;

/** Customers must be there before what belongs to them. */
const ORDER = ['customers', 'contacts', 'devices'] as const;

/** What the lines of a file are. Without a column of the person, every line is a customer. */
export const linesAre = ({ kind, mapping, fields }: Mapped): (typeof ORDER)[number] => {
  if (kind === 'devices') return 'devices';
  const ofContacts = fieldsOf({ fields }, 'contact');
  return Object.values(mapping).some((field) => ofContacts.includes(field)) ? 'contacts' : 'customers';
};

/** What a line's badge says: before the run, after it, or after it was undone. */
export const lineWord = (row: Pick<ImportRow, 'verdict' | 'reasons'>, state: State): { key: string; tone: Tone } => {
  const isWritten = row.verdict === 'create' || row.verdict === 'update';
  if (state !== 'undone' || !isWritten)
    return { key: `${state === 'done' ? 'was' : 'verdict'}.${row.verdict}`, tone: VERDICT_TONES[row.verdict] };
  return row.reasons.some(({ code }) => code === 'undo.kept')
    ? { key: 'was.kept', tone: 'wait' }
    : { key: 'was.undone', tone: 'quiet' };
};

/** Lines that a run would write. */
export const linesToDo = ({ create, update }: Counts): number => create + update;

export const linesIn = ({ create, update, unchanged, skip }: Counts): number => create + update + unchanged + skip;

/** Contacts and devices of a customer that is not here yet would be skipped. */
export const inOrder = <File extends Mapped>(files: readonly File[]): readonly File[] =>
  files.toSorted((a, b) => ORDER.indexOf(linesAre(a)) - ORDER.indexOf(linesAre(b)));

/** "50 customers and 150 contacts": what a run would write, or has written. */
export const writesText = (
  step: 'checked' | 'done',
  { writes }: Pick<Import, 'writes'>,
  { t, language }: { t: TFunction; language: string },
): string => {
  const parts = (['customers', 'contacts', 'deployments', 'devices'] as const).filter((kind) => writes[kind] > 0);
  const words = parts.map((kind) => t(`imports:${step}.what.${kind}`, { count: writes[kind] }));
  return new Intl.ListFormat(language).format(words);
};

/** A field is taken from one column only: choosing it for one takes it from the other; null means "not imported". */
export const withColumn = (
  mapping: Import['mapping'],
  column: number,
  field: ImportField | null,
): Import['mapping'] => {
  const rest = Object.entries(mapping).filter(([key, taken]) => key !== String(column) && taken !== field);
  return Object.fromEntries(field === null ? rest : [...rest, [String(column), field]]);
};

/** Up to three different values that are not empty. */
export const samplesOf = (file: Pick<Import, 'sample'>, column: number): readonly string[] =>
  [...new Set(file.sample.map((line) => (line[column] ?? '').trim()).filter((cell) => cell !== ''))].slice(0, 3);

type Reason = ImportRow['reasons'][number];

/** Fields come as columns of the file ("customer_number") or as fields of the API ("postalCode"). */
const fieldKey = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A sentence for every code; an unknown "<field>.invalid" names the field, anything else its code. */
export const reasonText = ({ code, field, value }: Reason, t: TFunction, kind: Import['kind'] = 'people'): string => {
  const name = fieldKey(field ?? code.split('.')[0] ?? '');
  const labels = [`imports:apiField.${kind}.${name}`, `imports:field.${name}`, `imports:apiField.${name}`];
  const label = t(labels, { defaultValue: name });
  const isInvalid = code.endsWith('.invalid');
  const facts = { value: value || '–', field: label, code };
  const general = isInvalid ? 'imports:reason.invalid' : 'imports:reason.other';
  return t([`imports:reason.${kind}.${code}`, `imports:reason.${code}`, general], facts);
};
