import { useLanguage } from '../i18n/language';
import { useProblemText, useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import { formatTime } from '../lib/format';
import { Button } from './button';
import { Notice } from './notice';

/** A plain sentence and the way on. */
export function FailedState({ failure, title, onRetry }: { failure: Failure; title?: string; onRetry?: () => void }) {
  const t = useT('app');
  return (
    <Notice tone="bad" title={title ?? t('error.failed')}>
      <FailureText failure={failure} />
      {onRetry && (
        <div className="mt-2">
          <Button onClick={onRetry}>{t('error.retry')}</Button>
        </div>
      )}
    </Notice>
  );
}

/** What went wrong, until when to wait, and the number to tell us. */
export function FailureText({ failure }: { failure: Failure }) {
  const t = useT('app');
  const problemText = useProblemText();
  const language = useLanguage();
  return (
    <>
      <p>{problemText(failure.code)}</p>
      {failure.waitUntil && <p>{t('error.waitUntil', { time: formatTime(new Date(failure.waitUntil), language) })}</p>}
      {failure.requestId && (
        <p className="text-sm text-quiet">
          {t('error.requestId')}: <span className="break-all tabular-nums">{failure.requestId}</span>
        </p>
      )}
    </>
  );
}
