import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Db, first, likeText, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import type {
  CaseTemplateDto,
  CaseTemplateQuery,
  CaseTemplateRow,
  CaseTemplateVersionDto,
  TemplateVersionParams,
} from './case-template.dto.js';

/** `t` is the template, `v` its version in use. */
const COLUMNS = `t.id, t.key, t.name, t.icon, t.priority, t.models, t.status, t.current_version_id AS "versionId", v.number AS "versionNumber",
  t.default_assignee_id AS "assigneeId", m.name AS "assigneeName", jsonb_array_length(v.content -> 'questions') AS "questionCount",
  ARRAY(SELECT jsonb_object_keys(v.content -> 'texts')) AS languages,
  (SELECT count(*)::int FROM (SELECT 1 FROM cases k WHERE k.template_id = t.id AND k.created_at > now() - interval '90 days' LIMIT 1000) used) AS "recentCases",
  t.created_at AS "createdAt", t.version`;

const FROM = `FROM case_templates t JOIN case_template_versions v ON v.id = t.current_version_id LEFT JOIN staff_members m ON m.id = t.default_assignee_id`;

type Flat<T> = Omit<T, 'defaultAssignee'> & { assigneeId: string | null; assigneeName: string | null };

function nested<T extends object>(flat: Flat<T>) {
  const { assigneeId, assigneeName, ...rest } = flat;
  return { ...rest, defaultAssignee: assigneeId ? { id: assigneeId, name: assigneeName ?? '' } : null };
}

@Injectable()
export class CaseTemplatesQueries {
  constructor(private readonly db: DataSource) {}

  /** There are tens of them, not thousands: a plain filter will do. */
  async list(query: CaseTemplateQuery): Promise<{ items: CaseTemplateRow[]; nextCursor: string | null }> {
    const [after, afterId] = query.cursor ? readCursor(query.cursor, 2) : [null, null];
    const found = await rows<Flat<CaseTemplateRow>>(
      this.db,
      `SELECT ${COLUMNS} ${FROM}
        WHERE ($1::text IS NULL OR t.status = $1) AND ($2::text IS NULL OR cardinality(t.models) = 0 OR $2 = ANY(t.models))
          AND ($3::text IS NULL OR lower(t.name) LIKE $3) AND ($4::text IS NULL OR (t.name, t.id) > ($4, $5::uuid))
        ORDER BY t.name, t.id LIMIT $6`,
      [
        query.status ?? null,
        query.model ?? null,
        query.q ? `%${likeText(query.q.toLowerCase())}%` : null,
        after,
        afterId,
        query.limit + 1,
      ],
    );
    const { items, nextCursor } = page(found, query.limit, (last) => cursorOf(last.name, last.id));
    return { items: items.map((flat) => nested<CaseTemplateRow>(flat)), nextCursor };
  }

  async detail(id: string, db: Db = this.db): Promise<CaseTemplateDto> {
    const found = await first<Flat<CaseTemplateDto>>(db, `SELECT ${COLUMNS}, v.content ${FROM} WHERE t.id = $1`, [id]);
    if (!found) throw new AppError('row.not_found');
    return nested<CaseTemplateDto>(found);
  }

  async version({ id, number }: TemplateVersionParams): Promise<CaseTemplateVersionDto> {
    const found = await first<CaseTemplateVersionDto>(
      this.db,
      `SELECT v.id, v.number, v.content, v.created_at AS "createdAt", v.id = t.current_version_id AS "isCurrent"
         FROM case_template_versions v JOIN case_templates t ON t.id = v.template_id WHERE t.id = $1 AND v.number = $2`,
      [id, number],
    );
    if (!found) throw new AppError('row.not_found');
    return found;
  }
}
