import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How we learn of messages that came back: one row. The mailbox is read by one process at a time, which holds the lease. */
@Entity('bounce_intake')
@Check('ck_bounce_intake_one', 'id = 1')
export class BounceIntake {
  @PrimaryColumn('smallint')
  id: number;

  /** Of the secret that a provider posts with; the secret itself was shown once. */
  @Column('text', { nullable: true })
  secretHash: string | null;

  @Column('timestamptz', { nullable: true })
  secretMadeAt: Date | null;

  /** Host, port, security, user and folder; null: no mailbox is read. */
  @Column('jsonb', { nullable: true })
  mailbox: Record<string, unknown> | null;

  /** Sealed. */
  @Column('bytea', { nullable: true })
  mailboxSecret: Buffer | null;

  /** Of the folder: where it changes, its numbers mean other messages. */
  @Column('text', { nullable: true })
  uidValidity: string | null;

  /** Up to here the folder was read; what is no report stays unread and is not looked at again. */
  @Column('bigint', { default: 0 })
  lastUid: string;

  @Column('timestamptz', { nullable: true })
  lookedAt: Date | null;

  @Column('text', { nullable: true })
  lastError: string | null;

  /** Reports among the messages of the last look. */
  @Column('int', { default: 0 })
  lastFound: number;

  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  @Column('uuid', { nullable: true })
  leaseToken: string | null;
}
