import type { Case, CaseMessage } from '../../cases/case.entity.js';
import type { CaseFollower } from '../../cases/followers/case-follower.entity.js';
import type { Contact } from '../../contacts/contact.entity.js';
import type { StaffMember } from '../../staff/staff-member.entity.js';
import { newId } from '../id.js';
import { DAY, pick, seeded } from './random.js';
import { ANSWERS, NOTES, PROBLEMS, QUESTIONS, REPLIES } from './story.js';

const HOUR = 3_600_000;

export interface DemoCases {
  cases: Partial<Case>[];
  messages: Partial<CaseMessage>[];
  followers: Partial<CaseFollower>[];
}

type DemoMessage = Partial<CaseMessage> & { createdAt: Date };

/** What whoever tries the demo as Eva finds: something to answer, something on its way, at two of her three companies. */
const EVAS: Partial<Record<number, { at: number; status: Case['status'] }>> = {
  287: { at: 0, status: 'open' },
  291: { at: 1, status: 'waiting' },
  294: { at: 0, status: 'solved' },
  297: { at: 1, status: 'open' },
  299: { at: 0, status: 'waiting' },
};

/** A colleague follows Eva's newest case, and Eva the newest of a colleague. */
function follow(
  cases: readonly Partial<Case>[],
  [eva, ...others]: readonly Partial<Contact>[],
): Partial<CaseFollower>[] {
  const colleague = others.find(({ customerId }) => customerId === eva?.customerId);
  const newestOf = (contact?: Partial<Contact>) => cases.findLast(({ contactId }) => contactId === contact?.id);
  const pairs = [
    { one: newestOf(eva), follower: colleague },
    { one: newestOf(colleague), follower: eva },
  ];
  return pairs.flatMap(({ one, follower }) =>
    one?.id && follower?.id
      ? [{ caseId: one.id, contactId: follower.id, customerId: one.customerId, addedByName: 'Eva Lind' }]
      : [],
  );
}

/** 300 cases over a year, older ones mostly solved, with a conversation each. */
export function demoCases(contacts: readonly Partial<Contact>[], staff: readonly Partial<StaffMember>[]): DemoCases {
  const random = seeded(11);
  const story: DemoCases = { cases: [], messages: [], followers: [] };
  const reporters = contacts.filter((contact) => contact.access === 'active');
  for (let index = 0; index < 300; index += 1) {
    const age = (1 - index / 300) * 365 * DAY;
    const fixed = EVAS[index];
    const reporter = fixed || index % 12 === 11 ? reporters[fixed?.at ?? 0] : pick(random, reporters);
    if (reporter)
      addCase(story, {
        random,
        reporter,
        staff,
        number: index + 1,
        openedAt: new Date(Date.now() - age - random() * 5 * HOUR),
        status: fixed?.status,
      });
  }
  story.followers.push(...follow(story.cases, reporters));
  return story;
}

interface Plot {
  random: () => number;
  reporter: Partial<Contact>;
  staff: readonly Partial<StaffMember>[];
  number: number;
  openedAt: Date;
  /** Else as old cases and new ones are. */
  status: Case['status'] | undefined;
}

function addCase(story: DemoCases, plot: Plot): void {
  const { random, reporter, openedAt } = plot;
  const id = newId();
  const [subject, body, device] = pick(random, PROBLEMS);
  const name = [reporter.firstName, reporter.lastName].filter(Boolean).join(' ');
  const status = plot.status ?? statusAt(openedAt, random);
  // Only what is new may lie in the inbox with nobody in charge.
  const assignee = status !== 'open' || random() < 0.5 ? pick(random, plot.staff) : undefined;
  const messages = talk({ id, reporter, name, assignee, openedAt, random, status, body });
  story.messages.push(...messages);
  const last = messages.at(-1)?.createdAt ?? openedAt;
  const lastOf = (kind: CaseMessage['authorKind']) => messages.findLast((one) => one.authorKind === kind)?.createdAt;
  story.cases.push({
    id,
    number: plot.number + 1_000,
    customerId: reporter.customerId,
    contactId: reporter.id,
    reporterName: name,
    subject,
    device,
    status,
    priority: pick(random, ['low', 'normal', 'normal', 'normal', 'high', 'urgent'] as const),
    source: 'portal',
    assigneeId: assignee?.id ?? null,
    createdAt: openedAt,
    activityAt: last,
    customerMessageAt: lastOf('contact') ?? openedAt,
    staffMessageAt: lastOf('staff') ?? null,
    closedAt: status === 'closed' ? last : null,
  });
}

function statusAt(openedAt: Date, random: () => number) {
  const isOld = Date.now() - openedAt.getTime() > 20 * DAY;
  return isOld
    ? pick(random, ['solved', 'closed', 'closed'] as const)
    : pick(random, ['open', 'open', 'waiting', 'solved'] as const);
}

interface Scene {
  id: string;
  reporter: Partial<Contact>;
  name: string;
  assignee: Partial<StaffMember> | undefined;
  openedAt: Date;
  random: () => number;
  status: Case['status'];
  body: string;
}

/** The conversation of one case, as far as its status says that it went. */
function talk(scene: Scene): DemoMessage[] {
  const { random, assignee, status } = scene;
  const messages: DemoMessage[] = [];
  const say = speaker(messages, scene);
  say('contact', scene.body, 0);
  let at = 1 + random() * 6;
  if (!assignee) return messages;
  say('system', `assigned:${assignee.name}`, at / 2);
  if (status === 'open') return messages;
  say('staff', pick(random, status === 'waiting' ? QUESTIONS : REPLIES), at);
  if (random() < 0.3) say('note', pick(random, NOTES), (at += 0.2));
  if (status === 'waiting') return messages;
  say('contact', pick(random, ANSWERS), (at += 20 * random()));
  say('system', status, (at += 1));
  return messages;
}

/** Writes a message so many hours after the case was opened, never later than now. */
function speaker(
  messages: DemoMessage[],
  scene: Scene,
): (who: 'contact' | 'staff' | 'note' | 'system', body: string, hours: number) => void {
  return (who, body, hours) => {
    const createdAt = new Date(Math.min(Date.now() - 60_000, scene.openedAt.getTime() + hours * HOUR));
    const isContact = who === 'contact';
    messages.push({
      id: newId(),
      caseId: scene.id,
      visibility: who === 'note' ? 'internal' : 'public',
      authorKind: who === 'note' ? 'staff' : who,
      staffId: who === 'staff' || who === 'note' ? (scene.assignee?.id ?? null) : null,
      contactId: isContact ? (scene.reporter.id ?? null) : null,
      authorName: isContact ? scene.name : (scene.assignee?.name ?? ''),
      body,
      createdAt,
    });
  };
}
