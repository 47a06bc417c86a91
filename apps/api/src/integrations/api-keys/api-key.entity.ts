import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../staff/staff-member.entity.js';

/** A key of another system (D15). Shown once; SHA-256 of its 256 random bits is kept. Dies with its owner's account. */
@Entity('api_keys')
@Index(['ownerId'])
export class ApiKey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Stands in the key in the clear, so that a key in a log or a leak can be named. */
  @Column('text', { unique: true })
  publicId: string;

  @Column('text')
  secretHash: string;

  @Column('text', { array: true })
  scopes: string[];

  @Column('text', { array: true, default: [] })
  allowedAddresses: string[];

  @Column('uuid')
  @ForeignKey(() => StaffMember)
  ownerId: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
