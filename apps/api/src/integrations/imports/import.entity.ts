import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One uploaded CSV file on its way: uploaded, checked (dry run), running, done; undone within 24 h. A job row with a lease. */
@Entity('imports')
@Check(
  'ck_imports_state',
  `state in ('uploaded', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'failed')`,
)
@Check('ck_imports_kind', `kind in ('people', 'devices')`)
@Index('ix_imports_due', { synchronize: false })
@Index(['createdAt'])
export class Import {
  @PrimaryColumn('uuid')
  id: string;

  /** people: customers and contacts; devices: deployments and devices. */
  @Column('text', { default: 'people' })
  kind: 'people' | 'devices';

  @Column('text')
  fileName: string;

  @Column('int', { default: 0 })
  size: number;

  @Column('text', { default: 'uploaded' })
  state: 'uploaded' | 'checking' | 'checked' | 'running' | 'done' | 'undoing' | 'undone' | 'failed';

  /** { encoding, delimiter, header: string[], sample: string[][] } as detected. */
  @Column('jsonb', { default: {} })
  format: Record<string, unknown>;

  /** Column index to field name, as the person confirmed it. */
  @Column('jsonb', { default: {} })
  mapping: Record<string, string>;

  /** Lines by verdict (create, update, unchanged, skip), and how many customers, contacts, deployments and devices are written. */
  @Column('jsonb', { default: {} })
  counts: Record<string, number>;

  @Column('int', { default: 0 })
  rowsTotal: number;

  @Column('int', { default: 0 })
  rowsDone: number;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  @Column('text', { nullable: true })
  createdByName: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  @Column('uuid', { nullable: true })
  leaseToken: string | null;

  @Column('int', { default: 0 })
  deaths: number;
}

/** The file in pieces of at most 256 KiB, so that neither upload nor reading holds it in memory. */
@Entity('import_chunks')
export class ImportChunk {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Import, { onDelete: 'CASCADE' })
  importId: string;

  @PrimaryColumn('int')
  position: number;

  @Column('bytea')
  data: Buffer;
}

/** The verdict on one line, and what undo needs. */
@Entity('import_rows')
@Index(['importId', 'verdict', 'line'])
export class ImportRow {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Import, { onDelete: 'CASCADE' })
  importId: string;

  @PrimaryColumn('int')
  line: number;

  @Column('text')
  verdict: 'create' | 'update' | 'unchanged' | 'skip';

  /** Codes with the field they are about, for example [{ code: "phone.invalid", field: "phone" }]. */
  @Column('jsonb', { default: [] })
  reasons: { code: string; field?: string; value?: string }[];

  /** What a person recognises the line by. */
  @Column('text')
  title: string;

  @Column('uuid', { nullable: true })
  customerId: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('uuid', { nullable: true })
  deploymentId: string | null;

  @Column('uuid', { nullable: true })
  deviceId: string | null;

  /** Values before the run, for undo; null before the run. */
  @Column('jsonb', { nullable: true })
  before: Record<string, unknown> | null;
}
