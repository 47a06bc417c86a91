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
  email: string;
  phone: string;
  /** Null until the first one is set. */
  password: string | null;
  mustChange: boolean;
  oldPasswords: string[];
  pin: string | null;
  /** Issued beside the one in use; whichever is used stays. */
  pendingPin: string | null;
  oldPins: string[];
  sent: Sent[];
  /** The contact is active: with an inactive one nothing lets in, and no secret is lost. */
  isOpen: boolean;
  hasBeenIn: boolean;
}
export type Model = Login[];

export const newLogin = (person: { id: string; email: string; phone: string }): Login => ({
  contactId: person.id,
  email: person.email,
  phone: person.phone,
  password: null,
  mustChange: false,
  oldPasswords: [],
  pin: null,
  pendingPin: null,
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
export function pinIsIssued(login: Login, pin: string): void {
  if (login.pin === null) {
    login.pin = pin;
    return;
  }
  if (login.pendingPin !== null) login.oldPins.push(login.pendingPin);
  login.pendingPin = pin;
}

/** Whichever of two PINs is used is the PIN from then on. */
export function pinIsUsed(login: Login, pin: string): void {
  login.hasBeenIn = true;
  const other = pin === login.pendingPin ? login.pin : login.pendingPin;
  if (other !== null) login.oldPins.push(other);
  login.pin = pin;
  login.pendingPin = null;
}
