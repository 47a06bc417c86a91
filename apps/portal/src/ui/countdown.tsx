import { useEffect, useRef } from 'react';
import { useT } from '../i18n/use-t';
import { formatClock } from '../lib/format';
import { useNow } from '../lib/use-now';

/** A clock that runs down to a time. Screen readers hear the minutes and the end, not every second. */
export function Countdown({ until, onEnd }: { until: string; onEnd?: () => void }) {
  const t = useT('app');
  const left = new Date(until).getTime() - useNow(1000).getTime();
  const isOver = left <= 0;
  const hasEnded = useRef(false);
  useEffect(() => {
    if (!isOver || hasEnded.current) return;
    hasEnded.current = true;
    onEnd?.();
  }, [isOver, onEnd]);
  return (
    <>
      <p aria-hidden="true" className="text-2xl font-semibold tabular-nums">
        {isOver ? t('countdown.over') : t('countdown.left', { clock: formatClock(left) })}
      </p>
      <p className="sr-only" aria-live="polite">
        {isOver ? t('countdown.over') : t('countdown.minutes', { count: Math.ceil(left / 60_000) })}
      </p>
    </>
  );
}
