import type { AccessRun, AccessRunRow } from '@latchkey/api-client';
import type { TFunction } from 'i18next';
import type { Tone } from '../../theme/tokens';

type State = AccessRun['state'];
export type RowState = AccessRunRow['state'];
type Verdict = NonNullable<AccessRunRow['verdict']>;
type Pin = NonNullable<AccessRunRow['pin']>;

/** A worker has it: its answer will differ soon. */
export const isAtWork = ({ state }: { state: State }): boolean => state === 'planning' || state === 'running';

export const RUN_TONES: Record<State, Tone> = {
  planning: 'wait',
  planned: 'info',
  running: 'wait',
  done: 'good',
  stopped: 'quiet',
};

export const ROW_TONES: Record<RowState, Tone> = {
  waiting: 'info',
  given: 'good',
  skipped: 'quiet',
  failed: 'bad',
  not_sent: 'wait',
};

/** Of the new PIN of a row. */
export const PIN_TONES: Record<Pin, Tone> = {
  on_way: 'wait',
  unused: 'info',
  undelivered: 'bad',
  used: 'good',
  ended: 'wait',
  replaced: 'quiet',
};

const PINS = Object.keys(PIN_TONES) as readonly Pin[];

const ROW_STATES = Object.keys(ROW_TONES) as readonly RowState[];

/** So many rows are in one of these states. */
export const countOf = ({ counts }: Pick<AccessRun, 'counts'>, ...states: readonly RowState[]): number =>
  counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

/** By which way how many are given access, the most used first. */
export const waysOf = (
  { counts }: Pick<AccessRun, 'counts'>,
  state: RowState,
): readonly { verdict: Verdict; count: number }[] =>
  counts
    .flatMap((one) => (one.state === state && one.verdict ? [{ verdict: one.verdict, count: one.count }] : []))
    .toSorted((one, other) => other.count - one.count);

/** What a list can be narrowed to: a state, or the reason of those that are left out. */
export const choicesOf = (run: Pick<AccessRun, 'counts' | 'pins'>): readonly { id: string; count: number }[] =>
  [
    ...ROW_STATES.filter((state) => state !== 'skipped' && !(state === 'given' && run.pins)).map((id) => ({
      id,
      count: countOf(run, id),
    })),
    ...(run.pins?.counts ?? []).map(({ pin, count }) => ({ id: pin, count })),
    ...waysOf(run, 'skipped').map(({ verdict, count }) => ({ id: verdict, count })),
  ].filter(({ count }) => count > 0);

/** What the API is asked for one of them. */
export const rowQuery = (show: string | undefined): { state?: RowState; verdict?: Verdict; pin?: Pin } => {
  if (show === undefined) return {};
  const state = ROW_STATES.find((one) => one === show);
  const pin = PINS.find((one) => one === show);
  if (pin) return { pin };
  return state ? { state } : { state: 'skipped', verdict: show as Verdict };
};

/** A few words for a way or a reason; one that nobody foresaw is not hidden. */
export const verdictText = (verdict: AccessRunRow['verdict'], t: TFunction): string =>
  verdict ? t([`access-runs:verdict.${verdict}`, 'access-runs:verdict.other'], { code: verdict }) : '';

/** Whole minutes that so many take, at least one. */
export const minutesFor = (count: number, perMinute: number): number => Math.max(1, Math.ceil(count / perMinute));

/** "5 minutes", "2 hours 20 minutes". */
export const durationText = (minutes: number, t: TFunction): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [t('access-runs:hours', { count: hours })] : []),
    ...(rest > 0 ? [t('access-runs:minutes', { count: rest })] : []),
  ];
  return parts.join(' ');
};

/** The moment has come. */
export const isPast = (moment: string): boolean => new Date(moment).getTime() <= Date.now();

/** What a run is called: its file, or what it was taken from. */
export const runTitle = (
  { source, fileName, kind }: Pick<AccessRun, 'source' | 'fileName' | 'kind'>,
  t: TFunction,
): string => fileName ?? (kind === 'pins' ? t(`access-runs:pins.source.${source}`) : t(`access-runs:source.${source}`));

/** Words of a run, by what it gives: those of new PINs where they differ. */
export const wordsOf =
  ({ kind }: Pick<AccessRun, 'kind'>, t: TFunction) =>
  (key: string, facts: Record<string, unknown> = {}): string =>
    t(kind === 'pins' ? [`access-runs:pins.${key}`, `access-runs:${key}`] : `access-runs:${key}`, facts);
