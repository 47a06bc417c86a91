import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../http/permissions.js';

@Entity('staff_members')
@Check('ck_staff_members_role', `role in ('owner', 'admin', 'agent', 'viewer')`)
@Check('ck_staff_members_status', `status in ('invited', 'active', 'inactive')`)
export class StaffMember {
  @PrimaryColumn('uuid')
  id: string;

  /** Canonical: trimmed, NFKC, lower case. */
  @Column('text', { unique: true })
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  role: StaffRole;

  @Column('text', { default: 'invited' })
  status: 'invited' | 'active' | 'inactive';

  @Column('text', { nullable: true })
  language: string | null;

  /** bcrypt over a keyed pre-hash (D22). */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { nullable: true })
  passwordSetAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastSignInAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/** A one-time link for a staff member, or (without one) for the first owner. */
@Entity('staff_links')
@Index(['staffId'])
export class StaffLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => StaffMember, { onDelete: 'CASCADE' })
  staffId: string | null;

  @Column('text')
  purpose: 'bootstrap' | 'invite';

  @Column('text', { unique: true })
  tokenHash: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
