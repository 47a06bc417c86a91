import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One signed-in browser (D13). The id in the cookie is random and stored only as its SHA-256.
 * A contact session without contactId has not chosen a company yet. A view is a staff member's look at the portal of a contact.
 */
@Entity('sessions')
@Check('ck_sessions_kind', `kind in ('staff', 'contact', 'visit', 'follow', 'view')`)
@Index(['staffId'])
@Index(['identityId'])
@Index(['contactId'])
@Index(['deploymentId'])
@Index(['labelId'])
@Index(['followId'])
@Index(['expiresAt'])
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  tokenHash: string;

  @Column('text')
  kind: 'staff' | 'contact' | 'visit' | 'follow' | 'view';

  @Column('uuid', { nullable: true })
  staffId: string | null;

  @Column('uuid', { nullable: true })
  identityId: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  /** Visit: the label that was scanned, and through it the device and its deployment of the moment. */
  @Column('uuid', { nullable: true })
  labelId: string | null;

  /** Visit: the deployment whose PIN was given, and the version of that PIN; either change ends the visit (POR-5). */
  @Column('uuid', { nullable: true })
  deploymentId: string | null;

  @Column('int', { nullable: true })
  pinVersion: number | null;

  @Column('uuid', { nullable: true })
  visitBrowserId: string | null;

  /** Contact: the known browser it was opened in; that one may be forgotten before. */
  @Column('uuid', { nullable: true })
  knownDeviceId: string | null;

  /** Follow: the follow link this session was opened with. */
  @Column('uuid', { nullable: true })
  followId: string | null;

  /** May only set a new password: opened by a secret that must be changed. */
  @Column('boolean', { default: false })
  mustChange: boolean;

  /** May only set up the second step of sign-in: opened where everybody of staff must have one. */
  @Column('boolean', { default: false })
  mustEnrol: boolean;

  @Column('text')
  method: 'password' | 'pin' | 'link' | 'label' | 'handover' | 'view';

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz')
  idleExpiresAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  authenticatedAt: Date;

  @Column('text', { nullable: true })
  ip: string | null;

  @Column('text', { nullable: true })
  userAgent: string | null;
}
