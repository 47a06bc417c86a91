import { useTranslation } from 'react-i18next';
import { toProblem, type FieldProblem } from './problem';

/** Plain sentences for failures: by code, else by status, else the calm general one. */
export const useProblemText = () => {
  const { t } = useTranslation('problem');
  return {
    sentence: (error: unknown): string => {
      const { code, status, params } = toProblem(error);
      const byStatus = [`status.${status}`, 'unknown'];
      return t(code === 'unknown' ? byStatus : [code, ...byStatus], params);
    },
    /** Words for one field; the server's own detail is the second choice because it is English. */
    field: ({ code, detail }: FieldProblem): string =>
      t([...(code ? [`field.${code}`] : []), ...(code?.includes('.') ? [code] : []), 'field.invalid'], {
        defaultValue: detail,
      }),
  };
};
