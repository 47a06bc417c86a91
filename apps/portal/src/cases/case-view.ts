/** What the portal's pages need to know of a case. The API's answers are mapped to this by `cases.api.ts`. */
export type CaseStatus = 'open' | 'inProgress' | 'waitingForYou' | 'solved' | 'closed';

/** What the server allows this contact to do with this case, at this moment. */
export type CaseAction = 'reply' | 'close' | 'reopen';

export interface CaseSummary {
  id: string;
  number: number;
  subject: string;
  status: CaseStatus;
  updatedAt: string;
  hasUnread: boolean;
  /** Set in the company view, for cases of colleagues. */
  reporterName?: string;
}

export interface CasePhoto {
  id: string;
  url: string;
  previewUrl: string;
}

export interface CaseMessage {
  id: string;
  authorName: string;
  isMine: boolean;
  isUnread: boolean;
  sentAt: string;
  text: string;
  photos: readonly CasePhoto[];
}

export interface CaseEvent {
  id: string;
  kind: 'opened' | 'assigned' | 'replied' | 'waitingForYou' | 'solved' | 'reopened' | 'closed';
  at: string;
  /** Who did it, where a name belongs into the sentence. */
  name?: string;
}

export interface CaseDetail extends CaseSummary {
  openedAt: string;
  description: string;
  device?: string;
  assigneeName?: string;
  photos: readonly CasePhoto[];
  /** Oldest first. */
  messages: readonly CaseMessage[];
  events: readonly CaseEvent[];
  allowedActions: readonly CaseAction[];
}
