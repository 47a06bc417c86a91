import { answersInWords } from '../answers/answers-in-words.js';
import type { CaseDto } from '../case.dto.js';
import type { CaseFileDto } from '../files/case-file.dto.js';
import { FOLLOWERS } from '../followers/follower-sql.js';
import type { Answers, TemplateContent } from '../templates/template-content.js';

/** What one case tells beyond its row in a list; stands on caseColumns and caseJoins. */
export const detailColumns = `k.closed_at AS "closedAt", k.version, ${FOLLOWERS} AS followers,
  (SELECT count(*)::int FROM case_follows f WHERE f.case_id = k.id AND f.revoked_at IS NULL) AS "followCount",
  k.reporter_email AS "reporterEmail", k.reporter_phone AS "reporterPhone",
  d.model AS "deviceModel", d.position AS "devicePosition", d.status AS "deviceStatus",
  t.id AS "templateId", t.name AS "templateName", t.icon AS "templateIcon", k.answers, v.content,
  (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) ORDER BY f.created_at, f.id)
     FROM case_files f WHERE k.answers IS NOT NULL AND f.case_id = k.id) AS files,
  (SELECT data -> 'locale' ->> 'language' FROM settings WHERE id = 1) AS "companyLanguage"`;

export const detailJoins = `
  LEFT JOIN case_templates t ON t.id = k.template_id
  LEFT JOIN case_template_versions v ON v.id = k.template_version_id`;

type Template = NonNullable<CaseDto['template']>;

export interface FlatDetail extends Pick<CaseDto, 'closedAt' | 'version' | 'followers' | 'followCount'> {
  reporterEmail: string | null;
  reporterPhone: string | null;
  deviceModel: string | null;
  devicePosition: string | null;
  deviceStatus: 'active' | 'retired' | null;
  templateId: string | null;
  templateName: string | null;
  templateIcon: Template['icon'] | null;
  answers: Answers | null;
  content: TemplateContent | null;
  files: CaseFileDto[] | null;
  companyLanguage: string | null;
}

interface Row {
  device: string | null;
  deviceId: string | null;
  contact: object | null;
  source: string;
  reporterName: string | null;
}

export function nestedDetail<T extends Row & FlatDetail>(flat: T, language: string) {
  const {
    reporterEmail: _email,
    reporterPhone: _phone,
    deviceModel,
    devicePosition,
    deviceStatus,
    ...afterDevice
  } = flat;
  const { templateId, templateName, templateIcon, answers, content, files, companyLanguage: _, ...rest } = afterDevice;
  return {
    ...rest,
    linkedDevice:
      flat.deviceId && deviceStatus
        ? {
            id: flat.deviceId,
            name: flat.device ?? '',
            model: deviceModel,
            position: devicePosition,
            status: deviceStatus,
          }
        : null,
    reporter: reporterOf(flat),
    template: templateId && templateIcon ? { id: templateId, name: templateName ?? '', icon: templateIcon } : null,
    answers: content && answers ? answersInWords({ content, answers, files: files ?? [] }, language) : [],
  };
}

/** Of a visitor only: a contact stands in the address book. */
function reporterOf({ source, reporterName: name, reporterEmail: email, reporterPhone: phone }: Row & FlatDetail) {
  return email || phone || (source === 'label' && name) ? { name, email, phone } : null;
}
