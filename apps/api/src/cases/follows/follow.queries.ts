import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first, rows } from '../../db/sql.js';
import type { StoredFile } from '../../files/send-file.js';
import type { FollowActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { answersInWords } from '../answers/answers-in-words.js';
import { isOver, REOPEN_DAYS } from '../case-status.js';
import type { CaseFileDto } from '../files/case-file.dto.js';
import { ownerOf } from '../files/owner.js';
import { eventOf, type FlatMessage, messageColumns } from '../inbox/case-rows.js';
import { type Answers, inLanguage, type TemplateContent } from '../templates/template-content.js';
import { MailStops } from './mail-stops.js';
import type { FollowAction, FollowedCase, FollowMessage } from './follow.dto.js';

const MOST_MESSAGES = 500;

/**
 * Which public messages `m` a link shows ($1 the link, $2 whether it is the reporter's, $3 the case). The reporter sees what the reporter
 * wrote, with any link, and all of the company's. Others see their own and the company's since they came. Nobody sees what another
 * person wrote: neither another follower, nor who reported a merged case, nor a contact with a login (POR-6). Of what the company
 * wrote in another case before a merge, only the links of that case show anything.
 */
const SHOWN = `m.case_id = $3 AND m.visibility = 'public' AND (m.follow_id = $1
  OR ($2::boolean AND EXISTS (SELECT 1 FROM case_follows w WHERE w.id = m.follow_id AND w.is_reporter))
  OR (m.author_kind IN ('staff', 'system') AND EXISTS (SELECT 1 FROM case_follows o WHERE o.id = $1
        AND CASE WHEN m.merged_from IS NULL THEN $2::boolean OR m.created_at >= coalesce(o.merged_at, o.created_at)
                 ELSE m.merged_from = o.merged_from AND m.created_at >= o.created_at END)))`;

const shownTo = (follow: FollowActor): [string, boolean, string] => [follow.id, follow.isReporter, follow.caseId];

type Found = Omit<FollowedCase, 'allowedActions' | 'answers' | 'messages' | 'updates' | 'isReporter' | 'needsMe'> & {
  isRecent: boolean;
  email: string | null;
  isConfirmed: boolean;
  content: TemplateContent | null;
  answers: Answers | null;
};

@Injectable()
export class FollowQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly stops: MailStops,
  ) {}

  async detail(follow: FollowActor, wanted: string | undefined): Promise<FollowedCase> {
    const language = wanted ?? follow.language ?? 'en';
    const found = await this.case(follow);
    const { isRecent, email, isConfirmed, content, answers, ...row } = found;
    const messages = await this.messages(follow);
    const { visits } = await this.settings.read(this.db);
    const isTold = isConfirmed && !(await this.stops.has(this.db, email));
    const { isReporter } = follow;
    const files = messages.flatMap((message) => message.files);
    return {
      ...row,
      subject: isReporter ? row.subject : ((content && inLanguage(content.texts, language)?.name) ?? ''),
      isReporter,
      needsMe: isReporter && row.status === 'waiting',
      allowedActions: actionsOf({ status: row.status, isRecent, isReporter }),
      answers: isReporter && content && answers ? answersInWords({ content, answers, files }, language) : [],
      messages,
      updates: { isOffered: visits.confirmMail, email, isConfirmed: isTold },
    };
  }

  async message(id: string, follow: FollowActor): Promise<FollowMessage> {
    const found = (await this.messages(follow, id))[0];
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  /** Of a message that the link shows, or uploaded with it just now. */
  async file(id: string, follow: FollowActor): Promise<StoredFile> {
    const found = await first<StoredFile>(
      this.db,
      `SELECT f.name, f.type, f.data FROM case_files f LEFT JOIN case_messages m ON m.id = f.message_id
        WHERE f.id = $4 AND ((f.case_id IS NULL AND f.owner = $5) OR (f.case_id = $3 AND ${SHOWN}))`,
      [...shownTo(follow), id, ownerOf(follow)],
    );
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  private async case(follow: FollowActor): Promise<Found> {
    const found = await first<Found>(
      this.db,
      `SELECT k.number, k.subject, k.status, coalesce(d.name, k.device) AS "deviceName", s.name AS "deploymentName", k.created_at AS "createdAt",
              k.activity_at AS "activityAt", k.closed_at AS "closedAt", f.expires_at AS "expiresAt", k.answers, v.content, f.email,
              f.email_confirmed_at IS NOT NULL AS "isConfirmed", coalesce(p.takes_photos, false) AS "takesPhotos",
              coalesce(k.closed_at, now()) > now() - make_interval(days => ${REOPEN_DAYS}) AS "isRecent"
         FROM case_follows f JOIN cases k ON k.id = f.case_id LEFT JOIN deployments s ON s.id = k.deployment_id
         LEFT JOIN devices d ON d.id = k.device_id AND EXISTS (SELECT 1 FROM deployments e WHERE e.id = d.deployment_id AND e.customer_id = k.customer_id)
         LEFT JOIN deployment_portals p ON p.deployment_id = k.deployment_id LEFT JOIN case_template_versions v ON v.id = k.template_version_id
        WHERE f.id = $1 AND k.id = $2`,
      [follow.id, follow.caseId],
    );
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  private async messages(follow: FollowActor, onlyId: string | null = null): Promise<FollowMessage[]> {
    const found = await rows<FlatMessage & { isMine: boolean; files: CaseFileDto[] | null }>(
      this.db,
      `SELECT * FROM (SELECT ${messageColumns}, m.follow_id IS NOT DISTINCT FROM $1 AS "isMine" FROM case_messages m
                       WHERE ${SHOWN} AND ($4::uuid IS NULL OR m.id = $4) ORDER BY m.created_at DESC, m.id DESC LIMIT ${MOST_MESSAGES}) newest
        ORDER BY "createdAt", id`,
      [...shownTo(follow), onlyId],
    );
    return found.map((flat) => ({
      id: flat.id,
      isMine: flat.isMine,
      // Who closed it may be another follower, or a contact.
      author: { kind: flat.authorKind, name: flat.authorKind === 'system' ? '' : flat.authorName },
      ...eventOf(flat),
      files: flat.files ?? [],
      createdAt: flat.createdAt,
    }));
  }
}

/** Only the reporter says that it is solved, or is not. */
function actionsOf({ status, isRecent, isReporter }: Pick<Found, 'status' | 'isRecent'> & { isReporter: boolean }) {
  const canReply = status !== 'closed' && (!isOver(status) || isRecent);
  const actions: [FollowAction, boolean][] = [
    ['reply', canReply],
    ['close', isReporter && status !== 'closed'],
    ['reopen', isReporter && isOver(status) && isRecent],
  ];
  return actions.filter(([, may]) => may).map(([action]) => action);
}
