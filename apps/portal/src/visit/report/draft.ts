import type { Answers } from '@latchkey/case-form';
import { newId } from '../../lib/new-id';
import type { Photo } from '../../lib/photo';

/** Photos of photo questions, by the question's key. */
type AnswerPhotos = Record<string, readonly Photo[]>;

/** A report as it is being written; kept on the phone with its photos until it is sent. */
export interface Draft {
  /** The Idempotency-Key, made when the form opens: one report however often it is sent (POR-8). */
  key: string;
  /** Null: in own words. Undefined: not chosen yet. */
  versionId?: string | null | undefined;
  description: string;
  answers: Answers;
  answerPhotos: AnswerPhotos;
  photos: readonly Photo[];
  name: string;
  email: string;
  phone: string;
  noReply: boolean;
}

export const newDraft = (reporter?: Partial<Pick<Draft, 'name' | 'email' | 'phone'>>): Draft => ({
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
