import type { CaseStatus, PortalCaseAction } from '@latchkey/api-client';

export type { CaseStatus } from '@latchkey/api-client';

/** What the server allows this contact to do with this case, at this moment. */
export type CaseAction = PortalCaseAction;

export interface CaseSummary {
  id: string;
  number: number;
  subject: string;
  status: CaseStatus;
  updatedAt: string;
  hasUnread: boolean;
  /** Set in the company view, for cases of colleagues. */
  reporterName?: string | undefined;
}

export interface CaseFileView {
  id: string;
  name: string;
  url: string;
  isPicture: boolean;
}

export interface CaseMessage {
  id: string;
  authorName: string;
  isMine: boolean;
  isFromStaff: boolean;
  isUnread: boolean;
  sentAt: string;
  text: string;
  files: readonly CaseFileView[];
}

export interface CaseEvent {
  id: string;
  kind: 'reported' | 'assigned' | 'unassigned' | 'replied' | 'waiting' | 'solved' | 'opened' | 'closed';
  at: string;
  /** Who did it, or whom it is about, where a name belongs into the sentence. */
  name?: string | undefined;
}

export interface CaseFollower {
  id: string;
  name: string;
  isMe: boolean;
}

export interface CaseDetail extends CaseSummary {
  isMine: boolean;
  openedAt: string;
  description: string;
  device?: string | undefined;
  assigneeName?: string | undefined;
  /** Somebody of the company has written already. */
  isAnswered: boolean;
  files: readonly CaseFileView[];
  /** Oldest first. */
  messages: readonly CaseMessage[];
  events: readonly CaseEvent[];
  allowedActions: readonly CaseAction[];
  /** Who is told besides the reporter. */
  followers: readonly CaseFollower[];
}
