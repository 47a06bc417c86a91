import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { announce } from '../lib/announce';
import { Button } from './button';

export function CopyButton({ text }: { text: string }) {
  const t = useT('app');
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const copy = async () => {
    const wasCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    const next = wasCopied ? 'done' : 'failed';
    setOutcome(next);
    announce(t(`copy.${next}`));
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button icon={outcome === 'done' ? 'check' : 'copy'} onClick={() => void copy()}>
        {t(outcome === 'done' ? 'copy.done' : 'copy.button')}
      </Button>
      {outcome === 'failed' && <span className="text-sm text-bad">{t('copy.failed')}</span>}
    </span>
  );
}
