import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Case } from '../case.entity.js';

/** Somebody without a login who follows one case: its reporter, or a person with the same problem (S1.x4). The link's secret is stored as SHA-256. */
@Entity('case_follows')
@Index(['caseId'])
@Index(['visitBrowserId'])
@Index('ix_case_follows_email', { synchronize: false })
@Index('ix_case_follows_to_forget', { synchronize: false })
export class CaseFollow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Case, { onDelete: 'CASCADE' })
  caseId: string;

  @Column('text', { unique: true })
  tokenHash: string;

  @Column('boolean')
  isReporter: boolean;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  /** Updates go to the address only after its owner has confirmed it (D10). */
  @Column('timestamptz', { nullable: true })
  emailConfirmedAt: Date | null;

  @Column('text', { nullable: true })
  language: string | null;

  /** The browser it came from: a returning phone shows its own cases. */
  @Column('uuid', { nullable: true })
  visitBrowserId: string | null;

  /** Number of the case that it was made for, when that one was merged into this, and since when it leads here. */
  @Column('bigint', { nullable: true })
  mergedFrom: number | null;

  @Column('timestamptz', { nullable: true })
  mergedAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  /** Moves with every use. */
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
