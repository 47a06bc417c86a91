import { shownQuestions, type Answers } from '@latchkey/case-form';
import { newId } from '../../lib/new-id';
import type { Photo } from '../../lib/photo';
import type { Reporter } from '../reporter-fields';
import type { Template } from '../visit.api';

/** Photos of photo questions, by the question's key. */
type AnswerPhotos = Record<string, readonly Photo[]>;

/** A report as it is being written; kept on the phone with its photos until it is sent. */
export interface Draft extends Reporter {
  /** The Idempotency-Key, made when the form opens: one report however often it is sent (POR-8). */
  key: string;
  /** Null: in own words. Undefined: not chosen yet. */
  versionId?: string | null | undefined;
  description: string;
  answers: Answers;
  answerPhotos: AnswerPhotos;
  photos: readonly Photo[];
  noReply: boolean;
}

export const newDraft = (reporter?: Reporter): Draft => ({
  key: newId(),
  description: '',
  answers: {},
  answerPhotos: {},
  photos: [],
  name: '',
  email: '',
  phone: '',
  noReply: false,
  ...reporter,
});

/** The photo questions that are asked, with their photos: an answer whose question has gone stays behind. */
export const askedPhotos = (template: Template | undefined, { answers, answerPhotos }: Draft) =>
  (template ? shownQuestions(template.content, answers) : [])
    .filter(({ type }) => type === 'photo')
    .map(({ key }) => ({ key, photos: answerPhotos[key] ?? [] }));

/** All photos of the report: at most as many as one report may have, wherever they stand. */
export const photosOf = (template: Template | undefined, draft: Draft): Photo[] => [
  ...askedPhotos(template, draft).flatMap(({ photos }) => photos),
  ...draft.photos,
];
