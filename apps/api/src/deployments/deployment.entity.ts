import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Customer } from '../customers/customer.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';

/** A site of one customer where devices stand (S1.x5). */
@Entity('deployments')
@Check('ck_deployments_status', `status in ('active', 'inactive')`)
@Unique(['customerId', 'id'])
@Index(['customerId', 'nameKey', 'id'])
@Index(['nameKey', 'id'])
@Index(['createdAt', 'id'])
@Index(['defaultAssigneeId'])
@Index('ix_deployments_search', { synchronize: false })
@Index('ix_deployments_inactive', { synchronize: false })
export class Deployment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Customer)
  customerId: string;

  @Column('text')
  name: string;

  /** Folded name: what lists sort by. */
  @Column('text')
  nameKey: string;

  /** Everything of it that a search looks at, folded. */
  @Column('text', { default: '' })
  searchKey: string;

  @Column('text', { nullable: true, unique: true })
  externalId: string | null;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { nullable: true })
  postalCode: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  /** IANA name, such as Europe/Stockholm. */
  @Column('text')
  timeZone: string;

  /** Gets the cases that come by label, where the template names nobody else. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => StaffMember)
  defaultAssigneeId: string | null;

  /** Told of every case that comes by label (S1.x3). */
  @Column('text', { array: true, default: [] })
  notifyEmails: string[];

  @Column('text', { nullable: true })
  notes: string | null;

  @Column('text', { default: 'active' })
  status: 'active' | 'inactive';

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/**
 * What visitors of one deployment meet (S1.1-S1.9); made together with the deployment. The PIN is a shared access code:
 * readable for staff who may, sealed to deployment and PIN version, and compared by its keyed hash (D4.8).
 */
@Entity('deployment_portals')
@Check('ck_deployment_portals_ask_name', `ask_name in ('hidden', 'optional', 'required')`)
@Check('ck_deployment_portals_ask_email', `ask_email in ('hidden', 'optional', 'required')`)
@Check('ck_deployment_portals_ask_phone', `ask_phone in ('hidden', 'optional', 'required')`)
@Index('ix_deployment_portals_enabled', { synchronize: false })
@Index('ix_deployment_portals_pin_set_at', { synchronize: false })
export class DeploymentPortal {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Deployment, { onDelete: 'CASCADE' })
  deploymentId: string;

  @Column('boolean', { default: false })
  isEnabled: boolean;

  @Column('bytea', { nullable: true })
  pinSealed: Buffer | null;

  @Column('text', { nullable: true })
  pinHash: string | null;

  /** Grows with every new PIN; sessions, known browsers and budgets belong to one version. */
  @Column('int', { default: 0 })
  pinVersion: number;

  @Column('int', { nullable: true })
  pinLength: number | null;

  @Column('timestamptz', { nullable: true })
  pinSetAt: Date | null;

  /** The number of wrong tries that staff were last told of (D4.3), for this PIN version. */
  @Column('int', { default: 0 })
  toldTries: number;

  /** The PIN before, while it still works (S1.21). */
  @Column('text', { nullable: true })
  oldPinHash: string | null;

  @Column('timestamptz', { nullable: true })
  oldPinUntil: Date | null;

  @Column('boolean', { default: false })
  showsOpenCases: boolean;

  /** Texts by language: { sv: { welcome, instructions, contact } }, in the Markdown subset of D18. */
  @Column('jsonb', { default: {} })
  texts: Record<string, { welcome?: string; instructions?: string; contact?: string }>;

  /** Templates offered, in order; null: all that are active. */
  @Column('uuid', { array: true, nullable: true })
  templateIds: string[] | null;

  @Column('text', { default: 'optional' })
  askName: 'hidden' | 'optional' | 'required';

  @Column('text', { default: 'optional' })
  askEmail: 'hidden' | 'optional' | 'required';

  @Column('text', { default: 'optional' })
  askPhone: 'hidden' | 'optional' | 'required';

  /** "No reply needed" is offered: a report without any way back. */
  @Column('boolean', { default: true })
  allowsNoReply: boolean;

  @Column('boolean', { default: false })
  takesPhotos: boolean;

  /** Languages offered, the first is the default; empty: those of the product, the customer's first. */
  @Column('text', { array: true, default: [] })
  languages: string[];

  @Column('int', { default: 1 })
  version: number;
}
