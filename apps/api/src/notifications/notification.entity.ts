import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * One e-mail or SMS: the job and the record in one row. The id is the Message-ID.
 * Subject and body keep their placeholders; secrets are filled in at send time and never stored.
 */
@Entity('notifications')
@Check(
  'ck_notifications_state',
  `state in ('queued', 'sending', 'accepted', 'refused', 'failed', 'expired', 'cancelled', 'bounced')`,
)
@Index('ix_notifications_due', { synchronize: false })
@Index('ix_notifications_in_flight', { synchronize: false })
@Index('ix_notifications_address', { synchronize: false })
@Index('ix_notifications_alone', { synchronize: false })
@Index('ix_notifications_with_text', { synchronize: false })
@Index(['state', 'id'])
@Index(['kind', 'id'])
@Index(['contactId', 'id'])
@Index(['customerId', 'id'])
@Index(['identityId'])
@Index(['caseId'])
@Index(['destination'])
export class Notification {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  @Column('text', { default: 'email' })
  channel: 'email' | 'sms';

  @Column('text')
  toAddress: string;

  /** Lower-case domain of the address, 'sms' of an SMS: one slow receiver must not hold all slots. */
  @Column('text')
  destination: string;

  @Column('text')
  language: string;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  /** What the renderer of this kind needs besides: ids only, never a secret. */
  @Column('jsonb', { default: {} })
  data: Record<string, unknown>;

  @Column('uuid', { nullable: true })
  customerId: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('uuid', { nullable: true })
  identityId: string | null;

  @Column('uuid', { nullable: true })
  caseId: string | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  @Column('text', { nullable: true })
  createdByName: string | null;

  @Column('text', { default: 'queued' })
  state: 'queued' | 'sending' | 'accepted' | 'refused' | 'failed' | 'expired' | 'cancelled' | 'bounced';

  /** Of an SMS that was handed over: what it cost. */
  @Column('smallint', { nullable: true })
  smsParts: number | null;

  @Column('int', { default: 0 })
  attempts: number;

  /** How often a process died with this row in flight; at five it is sent alone, and set aside if that dies too. */
  @Column('int', { default: 0 })
  deaths: number;

  @Column('timestamptz', { default: () => 'now()' })
  nextAt: Date;

  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  @Column('uuid', { nullable: true })
  leaseToken: string | null;

  /** A message with a secret dies with the secret instead of arriving late. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

/** The delivery timeline of a notification. */
@Entity('notification_events')
@Index(['notificationId', 'id'])
export class NotificationEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Notification, { onDelete: 'CASCADE' })
  notificationId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('text')
  event:
    | 'queued'
    | 'handed_over'
    | 'accepted'
    | 'deferred'
    | 'refused'
    | 'failed'
    | 'expired'
    | 'cancelled'
    | 'retried'
    | 'used'
    | 'delivered'
    | 'bounced'
    | 'complained';

  /** The server's own words, or who pressed the button. */
  @Column('text', { nullable: true })
  detail: string | null;
}
