import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Contact } from '../../contacts/contact.entity.js';
import { Customer } from '../../customers/customer.entity.js';
import { Identity } from '../identity.entity.js';

export const ACCESS_REQUEST_KINDS = [
  'new_invitation',
  'ask_access',
  'cannot_get_in',
  'invitation_lost',
  'not_me',
] as const;
export type AccessRequestKind = (typeof ACCESS_REQUEST_KINDS)[number];

/** Why a card closed without anybody pressing Done. */
export const DONE_BECAUSE = ['access_given', 'accepted'] as const;
export type DoneBecause = (typeof DONE_BECAUSE)[number];

/** What somebody wrote who could not get in. Only staff ever read it, and nobody was checked before it was written down. */
export interface TypedFacts {
  login?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  company?: string | undefined;
  words?: string | undefined;
}

/** Somebody asks for a way in: a card for staff. Asking again while it is open is the same card, counted. */
@Entity('access_requests')
@Check('ck_access_requests_kind', `kind in (${ACCESS_REQUEST_KINDS.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_access_requests_done_because', `done_because in (${DONE_BECAUSE.map((one) => `'${one}'`).join(', ')})`)
@Index(['contactId', 'id'])
@Check('ck_access_requests_answer', `answer in ('invited', 'declined')`)
@Index(['identityId'])
@Index(['askedCustomerId', 'id'])
@Index(['answeredByContactId'])
@Index('ix_access_requests_open', { synchronize: false })
@Index('ix_access_requests_open_newest', { synchronize: false })
@Index('ix_access_requests_not_looked', { synchronize: false })
export class AccessRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: AccessRequestKind;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Contact, { onDelete: 'CASCADE' })
  contactId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Identity, { onDelete: 'SET NULL' })
  identityId: string | null;

  @Column('jsonb', { nullable: true })
  typed: TypedFacts | null;

  /** Names of the checks that failed when it was looked at. */
  @Column('jsonb', { nullable: true })
  findings: string[] | null;

  /** Unique among open ones: who or what it is about. */
  @Column('text')
  dedupeKey: string;

  @Column('int', { default: 1 })
  times: number;

  /** False until the worker has looked who may be meant: the request itself looks at nothing (INV-4). */
  @Column('boolean', { default: true })
  isLooked: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastAt: Date;

  /** The customer whose people may decide (C10): the one contact that was meant is theirs, or staff asked them. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Customer, { onDelete: 'SET NULL' })
  askedCustomerId: string | null;

  @Column('timestamptz', { nullable: true })
  askedAt: Date | null;

  /** Of the staff member who asked them; null: what was typed is on file with them. */
  @Column('text', { nullable: true })
  askedByName: string | null;

  /** `declined` leaves the card open for staff. */
  @Column('text', { nullable: true })
  answer: 'invited' | 'declined' | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Contact, { onDelete: 'SET NULL' })
  answeredByContactId: string | null;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  @Column('uuid', { nullable: true })
  doneById: string | null;

  @Column('text', { nullable: true })
  doneByName: string | null;

  /** Null when somebody dealt with it. */
  @Column('text', { nullable: true })
  doneBecause: DoneBecause | null;
}
