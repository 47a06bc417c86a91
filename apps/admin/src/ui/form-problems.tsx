import { Alert, Anchor, Code, List, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFormIssues, type FormIssue } from '../lib/form-problems';
import { toProblem } from '../lib/problem';
import { useProblemText } from '../lib/use-problem-text';

export interface FormProblemsState {
  error: unknown;
  issues: readonly FormIssue[];
  focus: (path: string) => void;
}

/** Shows a refused request in a @mantine/form: words at each field, a summary for <FormProblems>, focus on the first. */
export const useFormProblems = <Values extends Record<string, unknown>>(form: UseFormReturnType<Values>) => {
  const { field } = useProblemText();
  const [state, setState] = useState<{ error: unknown; issues: FormIssue[] } | null>(null);
  const focus = (path: string): void => form.getInputNode(path)?.focus();

  const show = (error: unknown): void => {
    const issues = toFormIssues(error, form.getValues(), field);
    form.setErrors(
      Object.fromEntries(
        issues.filter((issue) => issue.path !== '').map((issue) => [issue.path, issue.text]),
      ) as typeof form.errors,
    );
    setState({ error, issues });
    const first = issues.find((issue) => issue.path !== '');
    if (first) focus(first.path);
  };

  return { show, clear: () => setState(null), problems: state ? { ...state, focus } : null };
};

export interface FormProblemsProps {
  problems: FormProblemsState | null;
  /** Names of the fields as the screen shows them: { "phones.0.number": "Phone" }. */
  labels?: Readonly<Record<string, string>>;
}

/** The summary above a form's buttons; each line leads to its field. */
export const FormProblems = ({ problems, labels = {} }: FormProblemsProps) => {
  const { t } = useTranslation();
  const { sentence } = useProblemText();
  if (!problems) return null;
  const { requestId } = toProblem(problems.error);
  return (
    <Alert color="red" variant="light" role="alert">
      <Text fw={500}>
        {problems.issues.length > 0 ? t('form.summary', { count: problems.issues.length }) : sentence(problems.error)}
      </Text>
      <List size="sm" mt={problems.issues.length > 0 ? 4 : 0}>
        {problems.issues.map((issue) => (
          <List.Item key={`${issue.path} ${issue.text}`}>
            {issue.path === '' ? (
              issue.text
            ) : (
              <Anchor component="button" type="button" size="sm" ta="start" onClick={() => problems.focus(issue.path)}>
                {labels[issue.path] ? `${labels[issue.path]}: ${issue.text}` : issue.text}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
      {requestId && problems.issues.length === 0 ? (
        <Text size="xs" mt={4}>
          {t('requestId', { id: '' })}
          <Code>{requestId}</Code>
        </Text>
      ) : null}
    </Alert>
  );
};
