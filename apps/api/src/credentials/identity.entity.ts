import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Contact } from '../contacts/contact.entity.js';

/** One login: a person, with an e-mail and/or phones and their secrets. Belongs to one or more contacts. */
@Entity('identities')
@Check('ck_identities_status', `status in ('active', 'disabled')`)
@Index(['lastSignInAt'])
export class Identity {
  @PrimaryColumn('uuid')
  id: string;

  /** As typed; `emailKey` is what is compared and unique (D8). */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true, unique: true })
  emailKey: string | null;

  @Column('text', { nullable: true })
  displayName: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { default: 'active' })
  status: 'active' | 'disabled';

  /** Grows with every change of a secret or login id; open links of an older version are dead (REC-2). */
  @Column('int', { default: 1 })
  credentialVersion: number;

  @Column('timestamptz', { nullable: true })
  lastSignInAt: Date | null;

  @Column('text', { nullable: true })
  lastSignInMethod: 'password' | 'pin' | 'link' | null;

  /** The company chosen last; offered first at the next sign-in. */
  @Column('uuid', { nullable: true })
  lastContactId: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

/** A phone that is a login id. Not unique over identities: families and offices share phones (D8). */
@Entity('identity_phones')
@Index(['e164'])
export class IdentityPhone {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Identity, { onDelete: 'CASCADE' })
  identityId: string;

  @PrimaryColumn('text')
  e164: string;

  @Column('text')
  type: 'mobile' | 'landline' | 'office';
}

/** A secret of an identity. At most one active and one pending of each kind (D3). */
@Entity('credentials')
@Check('ck_credentials_kind', `kind in ('password', 'pin')`)
@Check('ck_credentials_state', `state in ('active', 'pending')`)
@Unique(['identityId', 'kind', 'state'])
@Index('ix_credentials_takes_over', { synchronize: false })
@Index('ix_credentials_rotation', { synchronize: false })
@Index('ix_credentials_pin_set_at', { synchronize: false })
@Index('ix_credentials_new_pins', { synchronize: false })
export class Credential {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Identity, { onDelete: 'CASCADE' })
  identityId: string;

  @Column('text')
  kind: 'password' | 'pin';

  @Column('text')
  state: 'active' | 'pending';

  /** bcrypt of the keyed pre-hash for a password, HMAC under the PIN key for a PIN. */
  @Column('text')
  hash: string;

  /** Digits of a PIN: budgets are tighter below six (D6). */
  @Column('smallint', { nullable: true })
  length: number | null;

  /** A PIN that was not used yet, readable by staff who may until `readableUntil`; then null (D1). */
  @Column('bytea', { nullable: true })
  sealed: Buffer | null;

  @Column('timestamptz', { nullable: true })
  readableUntil: Date | null;

  @Column('text')
  setBy: 'staff' | 'contact' | 'system';

  @Column('uuid', { nullable: true })
  setById: string | null;

  @Column('text', { nullable: true })
  setByName: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  setAt: Date;

  @Column('timestamptz', { nullable: true })
  firstUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('boolean', { default: false })
  mustChange: boolean;

  /** The run that gave this PIN beside an older one: signing in with the older one does not drop it. */
  @Column('uuid', { nullable: true })
  rotationId: string | null;

  /** From then on the older PIN is not taken any more, if the message with this one arrived. */
  @Column('timestamptz', { nullable: true })
  takesOverAt: Date | null;

  /** The newest message that carried this PIN of a run. */
  @Column('uuid', { nullable: true })
  notificationId: string | null;
}

/** How an invitation gets to the person: in a message, or by the hand of staff. */
export const INVITATION_WAYS = ['email', 'sms', 'screen', 'link', 'letter'] as const;
export type InvitationWay = (typeof INVITATION_WAYS)[number];

/** A one-time link that lets a contact set up the identity's first secret. Its token is derived, only its SHA-256 is here. */
@Entity('invitations')
@Check('ck_invitations_way', `way in (${INVITATION_WAYS.map((one) => `'${one}'`).join(', ')})`)
@Index(['identityId'])
@Index(['contactId', 'createdAt'])
@Index('ix_invitations_open', { synchronize: false })
export class Invitation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Identity, { onDelete: 'CASCADE' })
  identityId: string;

  @Column('uuid')
  @ForeignKey(() => Contact, { onDelete: 'CASCADE' })
  contactId: string;

  @Column('text', { unique: true })
  tokenHash: string;

  @Column('int')
  credentialVersion: number;

  @Column('text', { default: 'email' })
  way: InvitationWay;

  @Column('text', { nullable: true })
  sentTo: string | null;

  /** The one that did not arrive and that this one was sent instead of. */
  @Column('uuid', { nullable: true })
  insteadOf: string | null;

  /** When it was seen that it did not arrive, and the next way was taken or staff were told. */
  @Column('timestamptz', { nullable: true })
  followedAt: Date | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  @Column('text', { nullable: true })
  createdByName: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** When somebody pressed Continue on its page; fetching the page is not opening (INV-9). */
  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}

/** Tries at a secret. The key is an HMAC of kind and subject and exists for unknown identifiers too (D6). */
@Entity('attempt_budgets')
@Index(['identityId'])
@Index(['updatedAt'])
export class AttemptBudget {
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  kind: string;

  /** Set when the identifier is known: lets staff see and lift the lock. */
  @Column('uuid', { nullable: true })
  identityId: string | null;

  @Column('int')
  used: number;

  @Column('timestamptz', { default: () => 'now()' })
  nextAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

/** A browser that once signed in as this identity: it keeps a budget of its own, so an attacker cannot lock the owner out (D6). */
@Entity('known_devices')
@Index(['identityId'])
@Index(['expiresAt'])
export class KnownDevice {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Identity, { onDelete: 'CASCADE' })
  identityId: string;

  @Column('text', { unique: true })
  tokenHash: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** Of the latest sign-in. */
  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  @Column('text', { nullable: true })
  userAgent: string | null;

  @Column('timestamptz')
  expiresAt: Date;
}
