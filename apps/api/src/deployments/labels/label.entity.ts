import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Device } from '../device.entity.js';

/**
 * A QR code on a machine (D4, D5). The address is /p/<publicId>#<secret>; the secret (128 bit) and the typed code (50 bit)
 * are compared by hash and kept sealed only so that the label can be printed again.
 * Without a device: printed ahead, bound on site.
 */
@Entity('labels')
@Check('ck_labels_state', `state in ('active', 'superseded', 'revoked')`)
@Index(['deviceId', 'createdAt'])
@Index(['createdAt', 'id'])
@Index('ix_labels_never_scanned', { synchronize: false })
@Index('ix_labels_live', { synchronize: false })
@Index('ix_labels_ended', { synchronize: false })
@Index('ix_labels_scanned_late', { synchronize: false })
export class Label {
  @PrimaryColumn('uuid')
  id: string;

  /** 12 characters of Crockford's base 32: what stands in the address. */
  @Column('text', { unique: true })
  publicId: string;

  @Column('text')
  secretHash: string;

  @Column('text')
  codeHash: string;

  /** JSON { secret, code } sealed to the label's id. */
  @Column('bytea')
  sealed: Buffer;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Device, { onDelete: 'SET NULL' })
  deviceId: string | null;

  @Column('text', { default: 'active' })
  state: 'active' | 'superseded' | 'revoked';

  /** A superseded label works until then. */
  @Column('timestamptz', { nullable: true })
  graceUntil: Date | null;

  @Column('uuid', { nullable: true })
  replacedById: string | null;

  @Column('timestamptz', { nullable: true })
  printedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  firstScanAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastScanAt: Date | null;

  @Column('int', { default: 0 })
  scans: number;

  /** Last scan after it was replaced or revoked: an old label still sticks somewhere. */
  @Column('timestamptz', { nullable: true })
  lateScanAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

/** Scans of a label in one week (Monday, UTC). */
@Entity('label_scans')
export class LabelScans {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Label, { onDelete: 'CASCADE' })
  labelId: string;

  @PrimaryColumn('date')
  week: string;

  @Column('int')
  scans: number;
}
