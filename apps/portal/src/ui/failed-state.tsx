import { useProblemText, useT } from '../i18n/use-t';
import type { Failure } from '../lib/loadable';
import { Button } from './button';
import { Notice } from './notice';

/** A plain sentence, the number to tell us, and the way on. */
export function FailedState({ failure, title, onRetry }: { failure: Failure; title?: string; onRetry?: () => void }) {
  const t = useT('app');
  const problemText = useProblemText();
  return (
    <Notice tone="bad" title={title ?? t('error.failed')}>
      <p>{problemText(failure.code)}</p>
      {failure.requestId && (
        <p className="text-sm text-quiet">
          {t('error.requestId')}: <span className="break-all tabular-nums">{failure.requestId}</span>
        </p>
      )}
      {onRetry && (
        <div className="mt-2">
          <Button onClick={onRetry}>{t('error.retry')}</Button>
        </div>
      )}
    </Notice>
  );
}
