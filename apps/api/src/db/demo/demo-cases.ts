import type { Case, CaseMessage } from '../../cases/case.entity.js';
import type { Contact } from '../../contacts/contact.entity.js';
import type { StaffMember } from '../../staff/staff-member.entity.js';
import { newId } from '../id.js';
import { pick, seeded } from './random.js';
import { ANSWERS, NOTES, PROBLEMS, REPLIES } from './story.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

export interface DemoCases {
  cases: Partial<Case>[];
  messages: Partial<CaseMessage>[];
}

type DemoMessage = Partial<CaseMessage> & { createdAt: Date };

/** 300 cases over a year, older ones mostly solved, with a conversation each. */
export function demoCases(contacts: readonly Partial<Contact>[], staff: readonly Partial<StaffMember>[]): DemoCases {
  const random = seeded(11);
  const story: DemoCases = { cases: [], messages: [] };
  const reporters = contacts.filter((contact) => contact.access === 'active');
  for (let index = 0; index < 300; index += 1) {
    const age = (1 - index / 300) * 365 * DAY;
    const reporter = index % 12 === 11 ? reporters[0] : pick(random, reporters);
    if (reporter)
      addCase(story, {
        random,
        reporter,
        staff,
        number: index + 1,
        openedAt: new Date(Date.now() - age - random() * 5 * HOUR),
      });
  }
  return story;
}

interface Plot {
  random: () => number;
  reporter: Partial<Contact>;
  staff: readonly Partial<StaffMember>[];
  number: number;
  openedAt: Date;
}

function addCase(story: DemoCases, plot: Plot): void {
  const { random, reporter, openedAt } = plot;
  const id = newId();
  const [subject, body, device] = pick(random, PROBLEMS);
  const name = [reporter.firstName, reporter.lastName].filter(Boolean).join(' ');
  const assignee = random() < 0.8 ? pick(random, plot.staff) : undefined;
  const status = statusAt(openedAt, random);
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
  if (!assignee || status === 'open') return messages;
  say('staff', pick(random, REPLIES), at);
  if (random() < 0.3) say('note', pick(random, NOTES), (at += 0.2));
  if (status !== 'waiting') say('contact', pick(random, ANSWERS), (at += 20 * random()));
  return messages;
}

/** Writes a message so many hours after the case was opened, never later than now. */
function speaker(
  messages: DemoMessage[],
  scene: Scene,
): (who: 'contact' | 'staff' | 'note', body: string, hours: number) => void {
  return (who, body, hours) => {
    const createdAt = new Date(Math.min(Date.now() - 60_000, scene.openedAt.getTime() + hours * HOUR));
    const isStaff = who !== 'contact';
    messages.push({
      id: newId(),
      caseId: scene.id,
      visibility: who === 'note' ? 'internal' : 'public',
      authorKind: isStaff ? 'staff' : 'contact',
      staffId: isStaff ? (scene.assignee?.id ?? null) : null,
      contactId: isStaff ? null : (scene.reporter.id ?? null),
      authorName: isStaff ? (scene.assignee?.name ?? '') : scene.name,
      body,
      createdAt,
    });
  };
}
