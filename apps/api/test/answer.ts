/** What stands in lists, as far as tests read it; which fields are there the assertions prove. */
export interface Item {
  id: string;
  version: number;
  name: string;
  title: string;
  kind: string;
  state: string;
  status: string;
  action: string;
  right: string;
  key: string;
  text: string;
  body: string;
  contactId: string;
  identityId: string;
  notificationId: string;
  isCurrent: boolean;
  isDefault: boolean;
  done: boolean;
  author: { name: string };
  actor: { id: string };
  detail: { accepted: boolean };
  events: { event: string }[];
  reasons: { code: string }[];
  [field: string]: unknown;
}

/** The body of an answer when a test does not name the type of its own. */
export interface Body extends Item {
  code: string;
  /** Of a case. */
  number: number;
  error: string;
  pin: string;
  device: { name: string; hasPhoto: boolean };
  oldPinUntil: string;
  expiresAt: string;
  waitSeconds: number;
  password: string;
  lockedUntil: string;
  nextCursor: string | null;
  items: Item[];
  messages: Item[];
  deliveries: Item[];
  companies: Item[];
  matches: Item[];
  needsYou: Item[];
  sent: Item[];
  errors: { pointer: string }[];
  placeholders: { name: string; value: string }[];
  counts: Record<string, number>;
  mapping: Record<string, string>;
  content: { subject: string; text: string };
  portal: { rights: string[]; pinVersion: number };
  mail: { passwordIsSet: boolean };
  apiKey: { id: string };
  assignee: { name: string };
  company: { contactId: string };
  contact: { id: string };
  staff: { id: string };
}

export interface Answer<T = Body> {
  status: number;
  headers: Headers;
  /** Parsed JSON, or the text when it is none. */
  body: T;
}
