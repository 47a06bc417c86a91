import type { Case, CaseMessage } from '../../cases/case.entity.js';
import type { Answers, TemplateQuestion } from '../../cases/templates/template-content.js';
import { shownQuestions } from '../../cases/answers/case-form.js';
import type { Deployment } from '../../deployments/deployment.entity.js';
import type { Device } from '../../deployments/device.entity.js';
import type { StaffMember } from '../../staff/staff-member.entity.js';
import { newId } from '../id.js';
import type { DemoTemplate } from './demo-templates.js';
import { DAY, pick, seeded } from './random.js';

const HOW_MANY = 40;
const HOUR = DAY / 24;

interface Site {
  deployments: readonly Partial<Deployment>[];
  devices: readonly Partial<Device>[];
  staff: readonly Partial<StaffMember>[];
  templates: readonly DemoTemplate[];
  firstNumber: number;
}

export interface DemoVisits {
  cases: Partial<Case>[];
  messages: Partial<CaseMessage>[];
}

const REPORTERS = [
  ['Night shift, hall 3', null, null],
  ['Johan Berg', 'johan.berg@example.com', null],
  ['Katrin Maurer', null, '+49 171 5550123'],
  [null, null, '+46 70 555 01 88'],
  ['Liam', 'liam@example.com', '+44 7700 900123'],
] as const;

const WORDS = [
  'It stopped in the middle of the aisle and does not react to the button.',
  'Worse since this morning. We put a cone beside it.',
  'Please call before you come, the hall is locked after six.',
  'Second time this week. Switching it off and on helped last time.',
  'Nobody was hurt. We use the other one meanwhile.',
] as const;

const ANSWER = 'Thank you. Somebody will have a look at it today.';

/** 40 reports by label over three months, the newest still open. */
export function demoVisits(site: Site): DemoVisits {
  const random = seeded(23);
  const told: DemoVisits = { cases: [], messages: [] };
  const devices = site.devices.filter(({ status }) => status !== 'retired');
  if (devices.length === 0 || site.templates.length === 0) return told;
  for (let index = 0; index < HOW_MANY; index += 1) {
    const device = pick(random, devices);
    const deployment = site.deployments.find(({ id }) => id === device.deploymentId);
    const age = (1 - index / HOW_MANY) * 85 * DAY;
    const openedAt = new Date(Date.now() - age - random() * 6 * HOUR);
    if (deployment) add(told, { site, random, device, deployment, openedAt, number: site.firstNumber + index });
  }
  return told;
}

interface Plot {
  site: Site;
  random: () => number;
  device: Partial<Device>;
  deployment: Partial<Deployment>;
  openedAt: Date;
  number: number;
}

interface Scene extends Plot {
  id: string;
  form: DemoTemplate;
  status: Case['status'];
  assignee: Partial<StaffMember> | undefined;
  repliedAt: Date | null;
}

function add(told: DemoVisits, plot: Plot): void {
  const { random, site, openedAt } = plot;
  const isOld = Date.now() - openedAt.getTime() > 14 * DAY;
  const status = isOld
    ? pick(random, ['solved', 'closed', 'closed'] as const)
    : pick(random, ['open', 'open', 'waiting'] as const);
  const assignee = status === 'open' ? undefined : pick(random, site.staff);
  const repliedAt = assignee ? new Date(openedAt.getTime() + (1 + random() * 20) * HOUR) : null;
  const scene: Scene = { ...plot, id: newId(), form: pick(random, site.templates), status, assignee, repliedAt };
  const reporter = pick(random, REPORTERS);
  told.messages.push(...talk(scene, reporter[0] ?? ''));
  told.cases.push(caseOf(scene, reporter));
}

function talk({ id, random, openedAt, assignee, repliedAt }: Scene, authorName: string): Partial<CaseMessage>[] {
  const message = { caseId: id, visibility: 'public' as const };
  const body = pick(random, WORDS);
  const asked = { ...message, id: newId(), authorKind: 'visitor' as const, authorName, body, createdAt: openedAt };
  if (!assignee || !repliedAt) return [asked];
  const by = { authorKind: 'staff' as const, staffId: assignee.id ?? null, authorName: assignee.name ?? '' };
  return [asked, { ...message, ...by, id: newId(), body: ANSWER, createdAt: repliedAt }];
}

function caseOf(scene: Scene, [reporterName, reporterEmail, reporterPhone]: (typeof REPORTERS)[number]): Partial<Case> {
  const { device, deployment, form, openedAt, repliedAt, status, random } = scene;
  return {
    id: scene.id,
    number: scene.number,
    customerId: deployment.customerId,
    deploymentId: deployment.id ?? null,
    deviceId: device.id ?? null,
    source: 'label',
    subject: form.template.name,
    reporterName,
    reporterEmail,
    reporterPhone,
    templateId: form.template.id,
    templateVersionId: form.version.id,
    answers: answersTo(form.version.content.questions, { random, at: openedAt }),
    status,
    priority: form.template.priority,
    assigneeId: scene.assignee?.id ?? null,
    createdAt: openedAt,
    activityAt: repliedAt ?? openedAt,
    customerMessageAt: openedAt,
    staffMessageAt: repliedAt,
    closedAt: status === 'solved' || status === 'closed' ? repliedAt : null,
  };
}

/** Question by question, as somebody would: what an answer brings up is answered too. */
function answersTo(questions: TemplateQuestion[], { random, at }: { random: () => number; at: Date }): Answers {
  const answers: Answers = {};
  for (const question of questions) {
    if (!shownQuestions(questions, answers).includes(question)) continue;
    const answer = answerTo(question, { random, at });
    if (answer !== undefined) answers[question.key] = answer;
  }
  return answers;
}

function answerTo(
  { type, options = [] }: TemplateQuestion,
  { random, at }: { random: () => number; at: Date },
): Answers[string] | undefined {
  if (type === 'yes_no') return random() < 0.5;
  if (type === 'one_of') return pick(random, options).key;
  if (type === 'many_of') return [pick(random, options).key];
  if (type === 'number') return Math.floor(random() * 100);
  if (type === 'date') return new Date(at.getTime() - Math.floor(random() * 4) * DAY).toISOString().slice(0, 10);
  if (type === 'photo') return undefined;
  return `E-${String(Math.floor(random() * 900) + 100)}`;
}
