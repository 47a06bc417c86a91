import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sender with a mail server of its own, beside the one of the settings. Few rows: read whole. */
@Entity('mail_profiles')
export class MailProfile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Ascending: where the one before is in trouble, the next is used. */
  @Column('int')
  place: number;

  /** Messages that go through this one first. */
  @Column('text', { array: true, default: [] })
  groups: string[];

  /** The same parts as settings.mail. */
  @Column('jsonb')
  mail: Record<string, unknown>;

  /** SMTP password, sealed. */
  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  @Column('int', { default: 1 })
  version: number;
}
