import type {
  CaseFile,
  GetPortalCaseFileData,
  PortalCase,
  PortalCaseMessage,
  PortalCaseRow,
} from '@latchkey/api-client';
import type { CaseDetail, CaseEvent, CaseFileView, CaseMessage, CaseSummary } from './case-view';

const FILE: GetPortalCaseFileData['url'] = '/api/v1/portal/case-files/{id}';

/** When a case was last looked at on this device; what came later is new. */
export type SeenAt = (caseId: string) => string;

type Row = Omit<PortalCaseRow, 'needsMe'>;

export const toSummary = (row: Row, seenAt: SeenAt): CaseSummary => ({
  id: row.id,
  number: row.number,
  subject: row.subject,
  status: row.status,
  updatedAt: row.activityAt,
  hasUnread: row.staffMessageAt !== null && row.staffMessageAt > seenAt(row.id),
  reporterName: row.isMine ? undefined : (row.reporterName ?? undefined),
});

/** The first message is what was reported; the others are the conversation, and between them what was done. */
export function toDetail(item: PortalCase, seenAt: SeenAt): CaseDetail {
  const [report, ...later] = item.messages;
  const seen = seenAt(item.id);
  return {
    ...toSummary(item, seenAt),
    isMine: item.isMine,
    openedAt: item.createdAt,
    // A report without a description was sent with its subject in that place.
    description: report && report.body !== item.subject ? report.body : '',
    device: item.device ?? undefined,
    assigneeName: item.assigneeName ?? undefined,
    isAnswered: item.staffMessageAt !== null,
    files: (report?.files ?? []).map(toFile),
    messages: later.filter(({ event }) => event === null).map((message) => toMessage(message, seen)),
    events: [{ id: item.id, kind: 'reported', at: item.createdAt }, ...later.flatMap(toEvents)],
    allowedActions: item.allowedActions,
    followers: item.followers,
  };
}

const toFile = ({ id, name, type }: CaseFile): CaseFileView => ({
  id,
  name,
  url: FILE.replace('{id}', id),
  isPicture: type.startsWith('image/'),
});

const toMessage = (message: PortalCaseMessage, seen: string): CaseMessage => ({
  id: message.id,
  authorName: message.author.name,
  isMine: message.isMine,
  isFromStaff: message.author.kind === 'staff',
  isUnread: message.author.kind === 'staff' && message.createdAt > seen,
  sentAt: message.createdAt,
  text: message.body,
  files: message.files.map(toFile),
});

/** Own words are no event: they stand in the conversation. */
function toEvents({ id, event, author, body, createdAt }: PortalCaseMessage): CaseEvent[] {
  if (event === null) return author.kind === 'staff' ? [{ id, kind: 'replied', at: createdAt, name: author.name }] : [];
  // A case that went into another one is over for whoever looks at it here.
  const kind = event === 'merged' ? 'closed' : event;
  return [{ id, kind, at: createdAt, name: event === 'assigned' ? body || author.name : author.name }];
}
