import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Contact } from '../../contacts/contact.entity.js';

/** Access given to many at a measured pace: planned (dry run), started, done or stopped. A job row with a lease. */
@Entity('access_runs')
@Check('ck_access_runs_source', `source in ('contacts', 'filter', 'report', 'file')`)
@Check('ck_access_runs_kind', `kind in ('access', 'pins')`)
@Check('ck_access_runs_state', `state in ('planning', 'planned', 'running', 'done', 'stopped')`)
@Check('ck_access_runs_ending', `ending in ('by_staff', 'starter_gone', 'interrupted')`)
@Index('ix_access_runs_due', { synchronize: false })
export class AccessRun {
  @PrimaryColumn('uuid')
  id: string;

  /** `pins`: everybody gets a new PIN, and the one of before ends later. */
  @Column('text', { default: 'access' })
  kind: 'access' | 'pins';

  /** So many days the PINs of before are taken beside the new ones. */
  @Column('int', { nullable: true })
  graceDays: number | null;

  /** When they end: since the start. */
  @Column('timestamptz', { nullable: true })
  oldEndsAt: Date | null;

  @Column('text')
  source: 'contacts' | 'filter' | 'report' | 'file';

  /** Of the contact list or the access report; the words of a search are kept only until its contacts are written down. */
  @Column('jsonb', { nullable: true })
  filter: Record<string, unknown> | null;

  /** While they are written down: the last one, with its place in the list. */
  @Column('jsonb', { nullable: true })
  place: Record<string, unknown> | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  @Column('text')
  strategy: string;

  /** Contacts a minute, as the settings said when it was planned. */
  @Column('int')
  perMinute: number;

  @Column('text', { default: 'planning' })
  state: 'planning' | 'planned' | 'running' | 'done' | 'stopped';

  /** Why it was stopped. */
  @Column('text', { nullable: true })
  ending: 'by_staff' | 'starter_gone' | 'interrupted' | null;

  /** Rows by state and verdict, while the run rests; null while it moves. */
  @Column('jsonb', { nullable: true })
  counts: Record<string, unknown>[] | null;

  @Column('boolean', { default: false })
  isFilled: boolean;

  @Column('text', { nullable: true })
  createdByName: string | null;

  /** { kind, id, staffId, name, ip } of who planned it, then of who started it: in whose name, and with whose permissions, access is given. */
  @Column('jsonb')
  actor: Record<string, unknown>;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** When the next few are due: this keeps the pace, whichever process works and however often it dies. */
  @Column('timestamptz', { default: () => 'now()' })
  nextAt: Date;

  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  @Column('uuid', { nullable: true })
  leaseToken: string | null;

  @Column('int', { default: 0 })
  deaths: number;
}

/** One contact of a run, or one line of its file. Whoever works on it holds the row's lock: it is given and settled in one transaction. */
@Entity('access_run_rows')
@Check('ck_access_run_rows_state', `state in ('new', 'waiting', 'given', 'skipped', 'failed')`)
@Index(['runId', 'state', 'verdict', 'position'])
@Index(['contactId'])
export class AccessRunRow {
  @PrimaryColumn('uuid')
  @ForeignKey(() => AccessRun, { onDelete: 'CASCADE' })
  runId: string;

  @PrimaryColumn('int')
  position: number;

  /** Null: nobody was found, or the contact has gone since. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Contact, { onDelete: 'SET NULL' })
  contactId: string | null;

  /** Of the file. */
  @Column('int', { nullable: true })
  line: number | null;

  /** What stood in the line. */
  @Column('text', { nullable: true })
  entry: string | null;

  /** By what the contact is looked for; gone once that is done. */
  @Column('jsonb', { nullable: true })
  sought: Record<string, unknown> | null;

  @Column('text', { default: 'new' })
  state: 'new' | 'waiting' | 'given' | 'skipped' | 'failed';

  /** By which way, or why not. */
  @Column('text', { nullable: true })
  verdict: string | null;

  @Column('uuid', { nullable: true })
  notificationId: string | null;

  /** The PIN that this contact got. */
  @Column('uuid', { nullable: true })
  credentialId: string | null;

  /** When it was given. */
  @Column('timestamptz', { nullable: true })
  at: Date | null;
}
