import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../staff-member.entity.js';

/** The authenticator app of a staff member. Without confirmedAt it was shown and not yet proven: it asks for nothing. */
@Entity('staff_second_factors')
export class StaffSecondFactor {
  @PrimaryColumn('uuid')
  @ForeignKey(() => StaffMember, { onDelete: 'CASCADE' })
  staffId: string;

  /** Sealed, bound to the member. */
  @Column('bytea')
  secretSealed: Buffer;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The newest step whose code was used: no code of it or before is taken again. */
  @Column('int', { nullable: true })
  lastStep: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

/** One way in for somebody whose authenticator app is gone; only a keyed hash is kept. */
@Entity('staff_recovery_codes')
@Index(['staffId'])
export class StaffRecoveryCode {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => StaffMember, { onDelete: 'CASCADE' })
  staffId: string;

  @Column('text', { unique: true })
  codeHash: string;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
