import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const SMS_STOP_CAUSES = ['neighbours', 'unused'] as const;
export type SmsStopCause = (typeof SMS_STOP_CAUSES)[number];

/** No SMS go to a country until staff lift this (D9). */
@Entity('sms_stops')
@Check('ck_sms_stops_cause', `cause in (${SMS_STOP_CAUSES.map((one) => `'${one}'`).join(', ')})`)
@Index('uq_sms_stops_open', { synchronize: false })
export class SmsStop {
  @PrimaryColumn('uuid')
  id: string;

  /** "SE" */
  @Column('text')
  country: string;

  /** neighbours: people asked for SMS to numbers that lie side by side; unused: hardly anybody used what was sent. */
  @Column('text')
  cause: SmsStopCause;

  /** SMS that gave the alarm, and how many of them led to anything. */
  @Column('int')
  sent: number;

  @Column('int')
  used: number;

  @Column('timestamptz', { default: () => 'now()' })
  stoppedAt: Date;

  @Column('timestamptz', { nullable: true })
  liftedAt: Date | null;

  @Column('text', { nullable: true })
  liftedByName: string | null;

  @Column('text', { nullable: true })
  reason: string | null;
}
