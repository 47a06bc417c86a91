import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One signed-in browser (D13). The id in the cookie is random and stored only as its SHA-256.
 * A contact session without contactId has not chosen a company yet.
 */
@Entity('sessions')
@Check('ck_sessions_kind', `kind in ('staff', 'contact', 'visit')`)
@Index(['staffId'])
@Index(['identityId'])
@Index(['contactId'])
@Index(['expiresAt'])
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  tokenHash: string;

  @Column('text')
  kind: 'staff' | 'contact' | 'visit';

  @Column('uuid', { nullable: true })
  staffId: string | null;

  @Column('uuid', { nullable: true })
  identityId: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  /** May only set a new password: opened by a secret that must be changed. */
  @Column('boolean', { default: false })
  mustChange: boolean;

  @Column('text')
  method: 'password' | 'pin' | 'link';

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
