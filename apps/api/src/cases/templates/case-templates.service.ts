import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { Creating, Editing } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { coded } from '../../http/unique.js';
import { fold } from '../../text/fold.js';
import { assigneeName } from '../case-assignee.js';
import type { CaseTemplateDto, ChangeCaseTemplate, CreateCaseTemplate } from './case-template.dto.js';
import { CaseTemplatesQueries } from './case-templates.queries.js';
import type { TemplateContent } from './template-content.js';

const TAKEN = { uq_case_templates_name: 'template.name_taken', uq_case_templates_key: 'template.key_taken' } as const;

/** The name in plain letters, with a part of the id behind it: another template may be called alike in another script. */
const keyFrom = (name: string, id: string): string =>
  `${`t-${fold(name)}`
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/-+$/, '')}-${id.slice(-6)}`;

/** Forms for kinds of problems (S1.10). */
@Injectable()
export class CaseTemplatesService {
  constructor(
    private readonly db: DataSource,
    private readonly queries: CaseTemplatesQueries,
    private readonly audit: AuditService,
  ) {}

  /** Throws template.name_taken, template.key_taken, 422 for an assignee who is not an active staff member. */
  async create(draft: CreateCaseTemplate, { actor: staff, id }: Creating<StaffActor>): Promise<CaseTemplateDto> {
    await coded(TAKEN, () =>
      transaction(this.db, async (tx) => {
        if (draft.defaultAssigneeId) await assigneeName(tx, draft.defaultAssigneeId);
        const versionId = newId();
        const made = await first(
          tx,
          `INSERT INTO case_templates (id, name, key, icon, priority, default_assignee_id, models, current_version_id)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id`,
          [
            id,
            draft.name,
            draft.key ?? keyFrom(draft.name, id),
            draft.icon,
            draft.priority,
            draft.defaultAssigneeId ?? null,
            draft.models,
            versionId,
          ],
        );
        if (!made) return;
        await this.addVersion(tx, { id: versionId, templateId: id, content: draft.content }, staff);
        await this.audit.record(tx, staff, 'case_template.created', { subjectId: id, name: draft.name });
      }),
    );
    return this.queries.detail(id);
  }

  /** The same content makes no version. Throws row.not_found, row.changed, template.name_taken. */
  async change(
    id: string,
    change: ChangeCaseTemplate,
    { actor: staff, version }: Editing<StaffActor>,
  ): Promise<CaseTemplateDto> {
    await coded(TAKEN, () =>
      transaction(this.db, async (tx) => {
        const before = await this.lock(tx, id);
        if (before.version !== version) throw new AppError('row.changed');
        if (change.defaultAssigneeId) await assigneeName(tx, change.defaultAssigneeId);
        const { content } = change;
        const versionId = content && !isDeepStrictEqual(content, before.content) ? newId() : null;
        if (versionId && content) await this.addVersion(tx, { id: versionId, templateId: id, content }, staff);
        await this.store(tx, { ...before, ...change, id, versionId });
        const fields = Object.keys(change).filter((field) => field !== 'content');
        await this.audit.record(tx, staff, 'case_template.changed', {
          subjectId: id,
          name: change.name ?? before.name,
          fields: versionId ? [...fields, 'content'] : fields,
        });
      }),
    );
    return this.queries.detail(id);
  }

  async setStatus(id: string, status: 'active' | 'archived', staff: StaffActor): Promise<CaseTemplateDto> {
    await transaction(this.db, async (tx) => {
      const { name } = await this.lock(tx, id);
      const moved = await first(
        tx,
        `UPDATE case_templates SET status = $2, version = version + 1 WHERE id = $1 AND status <> $2 RETURNING id`,
        [id, status],
      );
      const action = status === 'archived' ? 'case_template.archived' : 'case_template.restored';
      if (moved) await this.audit.record(tx, staff, action, { subjectId: id, name });
    });
    return this.queries.detail(id);
  }

  private async lock(tx: EntityManager, id: string): Promise<Before> {
    const found = await first<Before>(
      tx,
      `SELECT t.name, t.icon, t.priority, t.models, t.default_assignee_id AS "defaultAssigneeId", t.version, v.content
         FROM case_templates t JOIN case_template_versions v ON v.id = t.current_version_id WHERE t.id = $1 FOR UPDATE OF t`,
      [id],
    );
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  private async store(tx: EntityManager, after: Before & { id: string; versionId: string | null }): Promise<void> {
    await rows(
      tx,
      `UPDATE case_templates SET name = $2, icon = $3, priority = $4, models = $5, default_assignee_id = $6,
              current_version_id = coalesce($7, current_version_id), version = version + 1 WHERE id = $1 RETURNING id`,
      [
        after.id,
        after.name,
        after.icon,
        after.priority,
        after.models,
        after.defaultAssigneeId ?? null,
        after.versionId,
      ],
    );
  }

  /** The template's row is locked or new, so that numbers do not collide. */
  private async addVersion(
    tx: EntityManager,
    version: { id: string; templateId: string; content: TemplateContent },
    staff: StaffActor,
  ): Promise<void> {
    await rows(
      tx,
      `INSERT INTO case_template_versions (id, template_id, number, content, created_by_id)
       SELECT $1, $2, 1 + coalesce((SELECT max(number) FROM case_template_versions WHERE template_id = $2), 0), $3, $4`,
      [version.id, version.templateId, JSON.stringify(version.content), staff.staffId],
    );
  }
}

interface Before {
  name: string;
  icon: string;
  priority: string;
  models: string[];
  defaultAssigneeId?: string | null | undefined;
  version: number;
  content: TemplateContent;
}
