import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Deployment } from './deployment.entity.js';

/** A machine that customers report about. It stands in exactly one deployment and can be moved (S1.19, S1.x5). */
@Entity('devices')
@Check('ck_devices_status', `status in ('active', 'retired')`)
@Index(['deploymentId', 'nameKey', 'id'])
@Index(['nameKey', 'id'])
@Index(['createdAt', 'id'])
@Index('ix_devices_search', { synchronize: false })
@Index('ix_devices_serial', { synchronize: false })
@Index('ix_devices_retired', { synchronize: false })
@Index('ix_devices_model', { synchronize: false })
@Index('ix_devices_tags', { synchronize: false })
@Index('ix_devices_unlabelled', { synchronize: false })
@Index('ix_devices_without_label', { synchronize: false })
@Index('uq_devices_active_label', { synchronize: false })
export class Device {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Deployment)
  deploymentId: string;

  @Column('text')
  name: string;

  @Column('text')
  nameKey: string;

  /** Everything of it that a search looks at, folded. */
  @Column('text', { default: '' })
  searchKey: string;

  @Column('text', { nullable: true })
  model: string | null;

  @Column('text', { nullable: true })
  serial: string | null;

  @Column('text', { nullable: true, unique: true })
  externalId: string | null;

  /** Where it stands in the deployment, such as "Hall 3, gate 2". */
  @Column('text', { nullable: true })
  position: string | null;

  @Column('text', { array: true, default: [] })
  tags: string[];

  @Column('text', { nullable: true })
  notes: string | null;

  @Column('text', { default: 'active' })
  status: 'active' | 'retired';

  /** Its label in use; unique. Set together with the label, so that devices without one are found by an index. */
  @Column('uuid', { nullable: true })
  activeLabelId: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/** A manual or a photo of a device. The first photo is what visitors see. */
@Entity('device_files')
@Check('ck_device_files_kind', `kind in ('photo', 'manual')`)
@Index(['deviceId', 'kind', 'id'])
export class DeviceFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Device, { onDelete: 'CASCADE' })
  deviceId: string;

  @Column('text')
  kind: 'photo' | 'manual';

  @Column('text')
  name: string;

  @Column('text')
  type: string;

  @Column('int')
  size: number;

  @Column('bytea')
  data: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
