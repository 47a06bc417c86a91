import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A named set of rights given to customers (S3.10). */
@Entity('rights_profiles')
export class RightsProfile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  name: string;

  @Column('text', { array: true, default: [] })
  rights: string[];

  @Column('boolean', { default: false })
  isDefault: boolean;

  @Column('int', { default: 1 })
  version: number;
}

@Entity('customers')
@Check('ck_customers_status', `status in ('active', 'inactive')`)
@Check('ck_customers_colleague_cap', `colleague_cap between 0 and 1000`)
@Index('ix_customers_search', { synchronize: false })
@Index('ix_customers_email', { synchronize: false })
@Index('ix_customers_name', { synchronize: false })
@Index('ix_customers_number', { synchronize: false })
@Index('ix_customers_inactive', { synchronize: false })
@Index(['rightsProfileId'])
@Index(['portalAddressId'], { where: 'portal_address_id IS NOT NULL' })
@Index(['createdAt', 'id'])
export class Customer {
  @PrimaryColumn('uuid')
  id: string;

  /** The number people use; given by the company or taken from a sequence. */
  @Column('text', { unique: true })
  number: string;

  @Column('text')
  name: string;

  /** Folded name: lower case, without accents; what lists sort by and searches read. */
  @Column('text')
  nameKey: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  emailKey: string | null;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { nullable: true })
  postalCode: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { nullable: true, unique: true })
  externalId: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @Column('text', { default: 'active' })
  status: 'active' | 'inactive';

  @Column('uuid')
  @ForeignKey(() => RightsProfile)
  rightsProfileId: string;

  /** So many people its contacts may invite at a time (C10); null: as the settings say. */
  @Column('int', { nullable: true })
  colleagueCap: number | null;

  /** Id of a further portal address in the settings (S4.2); null: the usual one. */
  @Column('uuid', { nullable: true })
  portalAddressId: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

@Entity('customer_phones')
@Index('ix_customer_phones_reversed', { synchronize: false })
@Index(['e164'])
export class CustomerPhone {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Customer, { onDelete: 'CASCADE' })
  customerId: string;

  @PrimaryColumn('smallint')
  position: number;

  @Column('text')
  e164: string;

  @Column('text')
  type: 'mobile' | 'landline' | 'office';

  @Column('text', { nullable: true })
  extension: string | null;
}
