import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Contact } from '../contacts/contact.entity.js';
import { Customer } from '../customers/customer.entity.js';
import { Deployment } from '../deployments/deployment.entity.js';
import { Device } from '../deployments/device.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { CaseTemplate, CaseTemplateVersion } from './templates/case-template.entity.js';

@Entity('cases')
@ForeignKey(() => Contact, ['customerId', 'contactId'], ['customerId', 'id'])
@Check('ck_cases_status', `status in ('open', 'waiting', 'solved', 'closed')`)
@Check('ck_cases_priority', `priority in ('low', 'normal', 'high', 'urgent')`)
@Check('ck_cases_source', `source in ('portal', 'label', 'staff', 'api')`)
@Unique(['customerId', 'id'])
@Index('ix_cases_inbox', { synchronize: false })
@Index('ix_cases_activity', { synchronize: false })
@Index('ix_cases_assignee', { synchronize: false })
@Index('ix_cases_customer', { synchronize: false })
@Index('ix_cases_contact', { synchronize: false })
@Index('ix_cases_subject', { synchronize: false })
@Index('ix_cases_priority', { synchronize: false })
@Index('ix_cases_device', { synchronize: false })
@Index('ix_cases_deployment', { synchronize: false })
@Index('ix_cases_source', { synchronize: false })
@Index(['templateId', 'deploymentId', 'createdAt'])
@Index('ix_cases_with_reporter', { synchronize: false })
@Index('ix_cases_template_version', { synchronize: false })
export class Case {
  @PrimaryColumn('uuid')
  id: string;

  /** For people; taken from a sequence, gaps allowed. */
  @Column('bigint', { unique: true })
  number: number;

  @Column('uuid')
  @ForeignKey(() => Customer)
  customerId: string;

  /** The reporter; null when that person was deleted or moved to another customer (their name stays). */
  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('text', { nullable: true })
  reporterName: string | null;

  @Column('text')
  subject: string;

  /** Free text for now: which machine it is about. */
  @Column('text', { nullable: true })
  device: string | null;

  @Column('text', { default: 'open' })
  status: 'open' | 'waiting' | 'solved' | 'closed';

  @Column('text', { default: 'normal' })
  priority: 'low' | 'normal' | 'high' | 'urgent';

  /** portal: a contact who signed in; label: a visitor who scanned a label. */
  @Column('text')
  source: 'portal' | 'label' | 'staff' | 'api';

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Deployment)
  deploymentId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Device, { onDelete: 'SET NULL' })
  deviceId: string | null;

  /** What the reporter left with the case, as typed (S1.18); proven by nobody. */
  @Column('text', { nullable: true })
  reporterEmail: string | null;

  @Column('text', { nullable: true })
  reporterPhone: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => CaseTemplate)
  templateId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => CaseTemplateVersion)
  templateVersionId: string | null;

  /** Answers by the question's key, checked against the template version. */
  @Column('jsonb', { nullable: true })
  answers: object | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => StaffMember)
  assigneeId: string | null;

  /** Grows with every message and change of status: what inboxes sort by. */
  @Column('timestamptz', { default: () => 'now()' })
  activityAt: Date;

  /** Last public message of the customer's side, for "unread". */
  @Column('timestamptz', { nullable: true })
  customerMessageAt: Date | null;

  @Column('timestamptz', { nullable: true })
  staffMessageAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}

@Entity('case_messages')
@Check('ck_case_messages_visibility', `visibility in ('public', 'internal')`)
@Check('ck_case_messages_author', `author_kind in ('staff', 'contact', 'visitor', 'system')`)
@Index(['caseId', 'id'])
@Index(['contactId'])
export class CaseMessage {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Case, { onDelete: 'CASCADE' })
  caseId: string;

  @Column('text')
  visibility: 'public' | 'internal';

  @Column('text')
  authorKind: 'staff' | 'contact' | 'visitor' | 'system';

  @Column('uuid', { nullable: true })
  staffId: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  /** Of a visitor: the follow link that the message belongs to. */
  @Column('uuid', { nullable: true })
  followId: string | null;

  @Column('text')
  authorName: string;

  @Column('text')
  body: string;

  /** Number of the case that it was written in, when it came with a merge: who could not read that one does not read this. */
  @Column('bigint', { nullable: true })
  mergedFrom: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

/** When a staff member last read a case. */
@Entity('case_reads')
export class CaseRead {
  @PrimaryColumn('uuid')
  staffId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Case, { onDelete: 'CASCADE' })
  @Index()
  caseId: string;

  @Column('timestamptz', { default: () => 'now()' })
  readAt: Date;
}

/** A photo or document of a case (D19). Without caseId: uploaded, not yet attached, deleted after a day. */
@Entity('case_files')
@Index(['caseId'])
@Index(['messageId'])
@Index('ix_case_files_loose', { synchronize: false })
export class CaseFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Case, { onDelete: 'CASCADE' })
  caseId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => CaseMessage, { onDelete: 'CASCADE' })
  messageId: string | null;

  /** Who uploaded it: "staff:id", "contact:id"; only this actor may attach it. */
  @Column('text')
  owner: string;

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
