import type { AuditEvent } from '../../audit/audit-event.entity.js';
import type { AccessRun, AccessRunRow } from '../../credentials/access-runs/access-run.entity.js';
import type { StaffMember } from '../../staff/staff-member.entity.js';
import type { DemoMessages } from './demo-messages.js';
import type { DemoPeople, PersonStory } from './demo-people.js';
import { daysAgo, idAt } from './random.js';

export interface DemoRuns {
  runs: Partial<AccessRun>[];
  rows: Partial<AccessRunRow>[];
  acts: Partial<AuditEvent>[];
}

interface Told {
  people: DemoPeople;
  mail: DemoMessages;
  staff: readonly Partial<StaffMember>[];
}

const MINUTE = 60_000;
const MOST_LEFT_OUT = 4;

type Row = Pick<AccessRunRow, 'contactId' | 'state'> & Partial<AccessRunRow>;

/** One run that is done: the invitations that are in the Outbox. And one over who was never invited: the worker plans it at the start, as it plans every run. */
export function demoRuns(told: Told): DemoRuns {
  const [, , agent] = told.staff;
  if (!agent) return { runs: [], rows: [], acts: [] };
  const [done, planned] = [given(told), neverInvited(told.people)];
  const times = done.flatMap(({ at }) => at?.getTime() ?? []);
  const startedAt = new Date(Math.min(...times) - MINUTE);
  const finishedAt = new Date(Math.max(...times) + MINUTE);
  const past = runBy(agent, new Date(startedAt.getTime() - 5 * MINUTE));
  const next = runBy(agent, daysAgo(1 / 24));
  return {
    runs: [
      { ...past, source: 'contacts', state: 'done', startedAt, finishedAt },
      { ...next, source: 'report', filter: { reason: 'never_invited' }, state: 'planning' },
    ],
    rows: [...numbered(past.id, done), ...numbered(next.id, planned)],
    acts: [
      actOf(past, agent, { action: 'access_run.planned', at: past.createdAt }),
      actOf(past, agent, { action: 'access_run.started', at: startedAt }),
      { ...actOf(past, agent, { action: 'access_run.ended', at: finishedAt }), ...ending(agent, times.length) },
      actOf(next, agent, { action: 'access_run.planned', at: next.createdAt }),
    ],
  };
}

const runBy = ({ id, name }: Partial<StaffMember>, createdAt: Date) => ({
  id: idAt(createdAt),
  kind: 'access' as const,
  strategy: 'auto',
  perMinute: 300,
  isFilled: true,
  createdAt,
  createdByName: name ?? null,
  actor: { kind: 'staff', id, staffId: id, name, ip: '' },
});

const actOf = (
  { id, kind }: Pick<AccessRun, 'id' | 'kind'>,
  agent: Partial<StaffMember>,
  { action, at }: { action: string; at: Date },
): Partial<AuditEvent> => ({
  id: idAt(at),
  at,
  action,
  actorKind: 'staff',
  actorId: agent.id ?? null,
  actorName: agent.name ?? null,
  subjectId: id,
  detail: { kind },
});

const ending = ({ name }: Partial<StaffMember>, count: number): Partial<AuditEvent> => ({
  actorKind: 'system',
  actorId: null,
  actorName: `Access run, ${name}`,
  detail: { kind: 'access', given: count, waiting: 0 },
});

const numbered = (runId: string, list: readonly Row[]): Partial<AccessRunRow>[] =>
  list.map((row, index) => ({ runId, position: index + 1, ...row }));

/** Who was sent an invitation the day before yesterday, and some who got in already. */
function given({ people, mail }: Told): Row[] {
  const ofStand = (stand: PersonStory['stand']) => people.stories.filter((one) => one.stand === stand);
  const invited = new Set(ofStand('invited').map(({ contactId }) => contactId));
  const sent = mail.notifications
    .filter(({ contactId, state }) => invited.has(contactId ?? '') && state !== 'cancelled')
    .map(({ id, contactId, createdAt }): Row => ({
      contactId: contactId ?? null,
      state: 'given',
      verdict: 'email',
      notificationId: id ?? null,
      at: createdAt ?? null,
    }));
  const settled = ofStand('password').slice(0, MOST_LEFT_OUT);
  return [
    ...sent,
    ...settled.map(({ contactId }): Row => ({ contactId, state: 'skipped', verdict: 'already_active' })),
  ];
}

/** In the order of the report. */
const neverInvited = ({ contacts }: DemoPeople): Row[] =>
  contacts
    .filter(({ identityId, email }) => !identityId && email)
    .toSorted((one, other) => ((one.nameKey ?? '') < (other.nameKey ?? '') ? -1 : 1))
    .map(({ id }) => ({ contactId: id ?? null, state: 'new' }));

/** What somebody wrote who cannot get in: the worker finds out who is meant, and what stands in the way. */
export function demoCry({ stories }: DemoPeople): { login: string; words: string } | undefined {
  const locked = stories.find(({ stand, phone }) => stand === 'locked' && phone);
  return locked?.phone
    ? { login: locked.phone, words: 'My PIN is not taken any more. It worked last week.' }
    : undefined;
}
