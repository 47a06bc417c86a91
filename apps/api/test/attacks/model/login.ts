/** A link, a code or a temporary password that was sent to somebody, and whether the rules let it in. */
export interface Sent {
  kind: 'reset' | 'temporary' | 'activation';
  way: 'mail' | 'sms';
  /** The message that carries it. */
  messageId: string;
  /** Token of a link, or the temporary password itself. */
  secret: string;
  /** Below an invitation's link. */
  code: string;
  isOpen: boolean;
}

/** What must be true of one person's login, by the rules alone. */
export interface Login {
  contactId: string;
  customerId: string;
  email: string;
  phone: string;
  /** Null until the first one is set. */
  password: string | null;
  mustChange: boolean;
  oldPasswords: string[];
  pin: string | null;
  /** Issued beside the one in use; whichever is used stays. */
  pendingPin: string | null;
  /** A run gave it: the old one does not drop it, and ends with its date (ADR 28). */
  isPendingByRun: boolean;
  /** The new PIN of a run has taken over and was not used yet. */
  hasTakenOver: boolean;
  oldPins: string[];
  sent: Sent[];
  /** The contact is active: with an inactive one nothing lets in, and no secret is lost. */
  isOpen: boolean;
  hasBeenIn: boolean;
}
export type Model = Login[];

export const newLogin = (person: { id: string; customerId: string; email: string; phone: string }): Login => ({
  contactId: person.id,
  customerId: person.customerId,
  email: person.email,
  phone: person.phone,
  password: null,
  mustChange: false,
  oldPasswords: [],
  pin: null,
  pendingPin: null,
  isPendingByRun: false,
  hasTakenOver: false,
  oldPins: [],
  sent: [],
  isOpen: true,
  hasBeenIn: false,
});

/** One of a list by any number; undefined of an empty one. */
export const pickOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/** What was asked for is over: it was used, or the person remembered (D3). */
export function endResets({ sent }: Login): void {
  for (const one of sent) if (one.kind !== 'activation') one.isOpen = false;
}

/** A newer invitation, or staff, took it back (REC-12). */
export function endInvitations({ sent }: Login): void {
  for (const one of sent) if (one.kind === 'activation') one.isOpen = false;
}

/** A password in force ends whatever else was on its way (REC-2, REC-8). */
export function passwordIs(login: Login, password: string, mustChange = false): void {
  endResets(login);
  endInvitations(login);
  if (login.password !== null) login.oldPasswords.push(login.password);
  login.password = password;
  login.mustChange = mustChange;
}

/** A new PIN waits beside the one in use (INV-3). */
export function pinIsIssued(login: Login, pin: string, isByRun = false): void {
  login.hasTakenOver = false;
  login.isPendingByRun = isByRun && login.pin !== null;
  if (login.pin === null) {
    login.pin = pin;
    return;
  }
  if (login.pendingPin !== null) login.oldPins.push(login.pendingPin);
  login.pendingPin = pin;
}

/** The date of a run has come: the new PIN alone works from then on. */
export function pinTakesOver(login: Login): void {
  if (login.pin !== null) login.oldPins.push(login.pin);
  login.pin = login.pendingPin;
  login.pendingPin = null;
  login.isPendingByRun = false;
  login.hasTakenOver = true;
}

/** Whichever of two PINs is used is the PIN from then on; the old one leaves the new one of a run alone. */
export function pinIsUsed(login: Login, pin: string): void {
  login.hasBeenIn = true;
  login.hasTakenOver = false;
  if (login.isPendingByRun && pin === login.pin) return;
  login.isPendingByRun = false;
  const other = pin === login.pendingPin ? login.pin : login.pendingPin;
  if (other !== null) login.oldPins.push(other);
  login.pin = pin;
  login.pendingPin = null;
}
