import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The company's settings: one row. `data` holds only what was changed; defaults live in settings.dto.ts. */
@Entity('settings')
export class SettingsRow {
  @PrimaryColumn('smallint')
  id: number;

  @Column('jsonb', { default: {} })
  data: Record<string, unknown>;

  /** SMTP password, sealed. */
  @Column('bytea', { nullable: true })
  smtpSecret: Buffer | null;

  /** Secret of the SMS provider, sealed. */
  @Column('bytea', { nullable: true })
  smsSecret: Buffer | null;

  @Column('bytea', { nullable: true })
  logo: Buffer | null;

  @Column('text', { nullable: true })
  logoType: string | null;

  @Column('int', { default: 1 })
  version: number;
}
