import type { VisitCaseOpened } from '@latchkey/api-client';
import { answersToSend } from '@latchkey/case-form';
import type { Failure } from '../lib/failure';
import { isConnectionLost, problemCode, toFailure } from '../lib/problem';
import { keepLink } from './kept-links';
import { askedPhotos, type Draft } from './report/draft';
import { reporterToSend } from './reporter-fields';
import { forget, keep } from './store';
import { comeBack, reportLanguage, sendPhoto, sendReport, type Template, type VisitView } from './visit.api';

/** A report on its way. It stays on the phone until the server has it. */
export interface Report {
  /** The Idempotency-Key. */
  id: string;
  label: string;
  deviceName: string;
  draft: Draft;
  template: Template | undefined;
  reporter: ReturnType<typeof reporterToSend>;
  language: string;
  /** Ids of photos that have arrived, by the photo's id. */
  arrived: Record<string, string>;
  writtenAt: string;
}

export type Sending =
  | { step: 'idle' }
  | { step: 'sending' }
  /** No reception: goes out by itself later. */
  | { step: 'kept' }
  | { step: 'failed'; failure: Failure }
  | { step: 'sent'; opened: VisitCaseOpened };

export const toReport = (of: {
  label: string;
  draft: Draft;
  template: Template | undefined;
  visit: VisitView;
}): Report => ({
  id: of.draft.key,
  label: of.label,
  deviceName: of.visit.device.name,
  draft: of.draft,
  template: of.template,
  reporter: reporterToSend(of.draft, of.visit),
  language: reportLanguage(),
  arrived: {},
  writtenAt: new Date().toISOString(),
});

/** Sends one report with its photos. It leaves the phone only when the server has it. */
export async function deliver(report: Report): Promise<Sending> {
  const sending = await attempt(report);
  const isOver = sending.step === 'failed' && sending.failure.code === 'session.required';
  if (!isOver) return sending;
  // Photos that arrived during the visit of another machine do not belong to this one.
  const anew = { ...report, arrived: {} };
  await keep('reports', anew).catch(() => undefined);
  return (await comeBack(report.label)) ? attempt(anew) : sending;
}

async function attempt(report: Report): Promise<Sending> {
  try {
    const opened = await sendReport(report.id, await bodyOf(report));
    await keepLink(opened.id, opened.followLink);
    await forget('reports', report.id).catch(() => undefined);
    return { step: 'sent', opened };
  } catch (error) {
    if (isConnectionLost(error) || problemCode(error) === 'idempotency.in_progress') return { step: 'kept' };
    return { step: 'failed', failure: toFailure(error) };
  }
}

/** Photos first; those that arrived before are not sent again. */
async function bodyOf(report: Report) {
  const { draft, template, arrived } = report;
  const idsOf = async (photos: readonly Draft['photos'][number][]) => {
    const ids: string[] = [];
    for (const photo of photos) {
      arrived[photo.id] ??= await sendPhoto(photo);
      await keep('reports', report).catch(() => undefined);
      ids.push(arrived[photo.id] ?? '');
    }
    return ids;
  };
  const answers: Record<string, unknown> = template ? answersToSend(template.content, draft.answers) : {};
  for (const { key, photos } of askedPhotos(template, draft))
    if (photos.length > 0) answers[key] = { files: await idsOf(photos) };
  return {
    label: report.label,
    description: draft.description.trim() || undefined,
    templateVersionId: template?.versionId,
    answers: template ? (answers as Record<string, string>) : undefined,
    fileIds: await idsOf(draft.photos),
    reporter: report.reporter,
    noReply: draft.noReply || undefined,
    language: report.language,
  };
}
