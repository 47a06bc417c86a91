import { pointerToPath, toProblem, type FieldProblem } from './problem';

export interface FormIssue {
  /** The form's own path, "phones.0.number"; empty when the form has no such field. */
  path: string;
  text: string;
}

/** Whether a path leads to a value of the form. */
const leadsSomewhere = (values: unknown, path: string): boolean => {
  let at: unknown = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false;
    at = (at as Record<string, unknown>)[part];
  }
  return path !== '';
};

/** Sorts a refused request's errors into those that belong to a field of this form and those that do not. */
export const toFormIssues = (error: unknown, values: unknown, say: (problem: FieldProblem) => string): FormIssue[] =>
  toProblem(error).errors.map((problem) => {
    const path = pointerToPath(problem.pointer);
    return { path: leadsSomewhere(values, path) ? path : '', text: say(problem) };
  });
