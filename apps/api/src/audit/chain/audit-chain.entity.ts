import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line's place in the chain: its hash covers the line and the hash before it. */
@Entity('audit_seals')
@Index(['eventId'], { unique: true })
export class AuditSeal {
  @PrimaryColumn('bigint')
  position: number;

  /** No foreign key: a seal whose line is gone is what tells of it. */
  @Column('uuid')
  eventId: string;

  @Column('text')
  hash: string;
}

/** Where the chain starts and ends, in one row; whoever makes it longer or shorter holds it. */
@Entity('audit_chain')
export class AuditChain {
  @PrimaryColumn('smallint')
  id: number;

  /** Position and hash of the last line that was removed because of its age; the chain goes on from there. */
  @Column('bigint', { default: 0 })
  startPosition: number;

  @Column('text', { default: '' })
  startHash: string;

  @Column('bigint', { default: 0 })
  headPosition: number;

  @Column('text', { default: '' })
  headHash: string;

  /** Over the four above. */
  @Column('text', { default: '' })
  mac: string;

  /** Lines up to this id that have no seal were not there when their time was sealed. */
  @Column('uuid', { nullable: true })
  sealedThrough: string | null;

  /** Lines up to this id were there before lines had MACs: they get theirs when they are sealed. */
  @Column('uuid', { nullable: true })
  olderThrough: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;

  /** Null: the product itself, once a day. */
  @Column('text', { nullable: true })
  checkedByName: string | null;

  @Column('bigint', { nullable: true })
  checkedLines: number | null;

  /** What the last check found first, or null. */
  @Column('jsonb', { nullable: true })
  broken: Record<string, unknown> | null;

  /** The break that staff were told of by e-mail: each one once. */
  @Column('jsonb', { nullable: true })
  toldBroken: Record<string, unknown> | null;
}
