import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../staff/staff-member.entity.js';

/** A kind of problem that can be reported, with its questions (S1.9, S1.10). */
@Entity('case_templates')
@Check('ck_case_templates_status', `status in ('active', 'archived')`)
@Check('ck_case_templates_priority', `priority in ('low', 'normal', 'high', 'urgent')`)
@Index(['defaultAssigneeId'])
export class CaseTemplate {
  @PrimaryColumn('uuid')
  id: string;

  /** For staff, and the fallback for a language without a name. */
  @Column('text', { unique: true })
  name: string;

  /** Stable name for integrators. */
  @Column('text', { unique: true })
  key: string;

  @Column('text')
  icon: string;

  @Column('text', { default: 'normal' })
  priority: 'low' | 'normal' | 'high' | 'urgent';

  @Column('uuid', { nullable: true })
  @ForeignKey(() => StaffMember)
  defaultAssigneeId: string | null;

  /** Device models it is meant for; empty: all. */
  @Column('text', { array: true, default: [] })
  models: string[];

  @Column('text', { default: 'active' })
  status: 'active' | 'archived';

  @Column('uuid')
  currentVersionId: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/** Names and questions as they stood: a case keeps the version it was answered with. Never changed. */
@Entity('case_template_versions')
@Unique(['templateId', 'number'])
export class CaseTemplateVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CaseTemplate, { onDelete: 'CASCADE' })
  templateId: string;

  @Column('int')
  number: number;

  /** TemplateContent of case-template.dto.ts. */
  @Column('jsonb')
  content: object;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
