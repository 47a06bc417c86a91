import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Customer } from '../customers/customer.entity.js';
import { Carrier } from '../notifications/sms/carriers/carrier.entity.js';
import { listed, RESET_READY, type ResetReady, type WayIn, WAYS_IN } from './way-in.js';

/** A person at one customer. Two contacts of one person share the identity. */
@Entity('contacts')
@Check('ck_contacts_status', `status in ('active', 'inactive')`)
@Check('ck_contacts_access', `access in ('none', 'invited', 'active', 'suspended')`)
@Check(
  'ck_contacts_invitation',
  `invitation in ('none', 'invited', 'opened', 'accepted', 'expired', 'revoked', 'bounced')`,
)
@Check('ck_contacts_reset_mode', `reset_mode in ('link', 'temporary')`)
@Check('ck_contacts_way_in', `way_in in (${listed(WAYS_IN)})`)
@Check('ck_contacts_reset_ready', `reset_ready in (${listed(RESET_READY)})`)
@Unique(['customerId', 'id'])
@Unique(['customerId', 'identityId'])
@Unique(['externalId'])
@Index(['identityId'])
@Index(['createdAt', 'id'])
@Index('ix_contacts_search', { synchronize: false })
@Index('ix_contacts_email', { synchronize: false })
@Index('ix_contacts_email_trigram', { synchronize: false })
@Index('ix_contacts_name', { synchronize: false })
@Index('ix_contacts_customer_name', { synchronize: false })
@Index('ix_contacts_access', { synchronize: false })
@Index('ix_contacts_access_newest', { synchronize: false })
@Index('ix_contacts_counted', { synchronize: false })
@Index('ix_contacts_invitation', { synchronize: false })
@Index('ix_contacts_invitation_newest', { synchronize: false })
@Index('ix_contacts_inactive', { synchronize: false })
@Index('ix_contacts_not_portal', { synchronize: false })
@Index('ix_contacts_carrier', { synchronize: false })
@Index('ix_contacts_way_in', { synchronize: false })
@Index('ix_contacts_not_ready', { synchronize: false })
@Index('ix_contacts_reset_off', { synchronize: false })
@Index('ix_contacts_asked', { synchronize: false })
@Index('ix_contacts_invited_by', { synchronize: false })
@Check('ck_contacts_asked', `asked_identity_id is null or identity_id is null`)
export class Contact {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Customer)
  customerId: string;

  /** Null until access is first given, or linked because the e-mail or mobile phone belongs to an identity. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Identity', { onDelete: 'SET NULL' })
  identityId: string | null;

  /** The login whose person was asked to accept this company; `identityId` stays null until then (ADR 27). */
  @Column('uuid', { nullable: true })
  @ForeignKey('Identity', { onDelete: 'SET NULL' })
  askedIdentityId: string | null;

  /** When that person said "not me". */
  @Column('timestamptz', { nullable: true })
  declinedAt: Date | null;

  /** When that person accepted, and `identityId` became theirs. */
  @Column('timestamptz', { nullable: true })
  joinedAt: Date | null;

  @Column('text', { nullable: true })
  firstName: string | null;

  @Column('text', { nullable: true })
  lastName: string | null;

  /** Folded "first last", or the e-mail or phone when there is no name: what lists sort by and searches read. */
  @Column('text')
  nameKey: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  emailKey: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('boolean', { default: true })
  isPortalUser: boolean;

  /** May ask for a new password, when the company allows it at all (S2.7). */
  @Column('boolean', { default: true })
  mayResetPassword: boolean;

  /** What a new password on request is for this contact; null: as the settings say (S2.2). */
  @Column('text', { nullable: true })
  resetMode: 'link' | 'temporary' | null;

  /** Whose e-mail-to-SMS gateway reaches the person (S2.14). */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Carrier)
  smsCarrierId: string | null;

  @Column('text', { default: 'active' })
  status: 'active' | 'inactive';

  /** Exceptions: rights this contact does not have although the profile grants them (S3.10). */
  @Column('text', { array: true, default: [] })
  rightsRemoved: string[];

  /** Those of the exceptions that colleagues made: colleagues may take them back, the company's they may not (C10). */
  @Column('text', { array: true, default: [] })
  rightsRemovedByColleagues: string[];

  /** Who of the same customer invited the contact; null when staff did, or when that contact is gone (C10). */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Contact, { onDelete: 'SET NULL' })
  invitedByContactId: string | null;

  /** When a colleague invited the contact last: it takes one of the places that the customer's people may give. */
  @Column('timestamptz', { nullable: true })
  invitedByColleagueAt: Date | null;

  /** A colleague took the contact off the portal, so a colleague may invite it again. Null as soon as it is a portal user again. */
  @Column('timestamptz', { nullable: true })
  removedByColleagueAt: Date | null;

  /** Stored state of portal access, kept by credentials/access.ts in the same transaction as its causes; a lock is laid over it when read. */
  @Column('text', { default: 'none' })
  access: 'none' | 'invited' | 'active' | 'suspended';

  /** How far the newest invitation came; once one was accepted, only an open one says anything else. Kept together with `access`. */
  @Column('text', { default: 'none' })
  invitation: 'none' | 'invited' | 'opened' | 'accepted' | 'expired' | 'revoked' | 'bounced';

  /** Whether the person gets in and by what, or the first thing in the way: what an access check would say, but for locks. Kept together with `access`. */
  @Column('text', { default: 'never_invited' })
  wayIn: WayIn;

  /** Whether a new password would reach the person. Mail that came back is laid over it when read. Kept together with `access`. */
  @Column('text', { default: 'none' })
  resetReady: ResetReady;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

@Entity('contact_phones')
@Check('ck_contact_phones_type', `type in ('mobile', 'landline', 'office')`)
@Index('ix_contact_phones_reversed', { synchronize: false })
@Index(['e164'])
export class ContactPhone {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Contact, { onDelete: 'CASCADE' })
  contactId: string;

  @PrimaryColumn('smallint')
  position: number;

  @Column('text')
  e164: string;

  @Column('text')
  type: 'mobile' | 'landline' | 'office';

  /** A number with an extension is for calling only, never a login id (S2.11). */
  @Column('text', { nullable: true })
  extension: string | null;
}
