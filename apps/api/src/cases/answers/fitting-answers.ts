import { AppError, fieldError } from '../../http/app-error.js';
import { MOST_FILES } from '../files/case-file.dto.js';
import type { Answers, TemplateContent } from '../templates/template-content.js';
import { filesIn, fitAnswers } from './case-form.js';

/** The answers that are kept. Throws template.invalid_answers, naming each question. */
export function fittingAnswers(content: TemplateContent, given: Answers = {}): Answers {
  const { answers, problems } = fitAnswers(content.questions, given);
  if (problems.length === 0) return answers;
  const errors = problems.map(({ key, problem }) => ({ pointer: `/answers/${key}`, code: problem, detail: problem }));
  throw new AppError('template.invalid_answers', { errors });
}

/** All files of a report: those beside the text and those among the answers. Throws file.too_many beyond five. */
export function filesOf(fileIds: string[], answers: Answers | null): string[] {
  const ids = [...new Set([...fileIds, ...filesIn(answers ?? {})])];
  if (ids.length > MOST_FILES) throw fieldError('/fileIds', 'file.too_many', 'Five files at most');
  return ids;
}
