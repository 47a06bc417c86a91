import { useEffect } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/button';
import { Card, PageTitle } from '../../ui/card';
import { CopyButton } from '../../ui/copy-button';
import { FailedState } from '../../ui/failed-state';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import type { Reports } from '../use-reports';
import type { Draft } from './draft';

interface SentPageProps {
  reports: Reports;
  onDone: (how?: { replaces: true }) => void;
  /** The report was refused; the person mends it. */
  onTakeBack: (id: string, draft: Draft) => void;
}

/** It arrived, or it is kept: the person leaves knowing which. */
export function SentPage({ reports, onDone, onTakeBack }: SentPageProps) {
  const t = useT('visit');
  const { sending, sendAgain, hasLooked, unsent } = reports;
  // The page was opened again after all had arrived.
  const isOver = sending.step === 'idle' && hasLooked && unsent.length === 0;
  useEffect(() => {
    if (isOver) onDone({ replaces: true });
  });
  if (sending.step === 'idle') return <Skeleton />;
  if (sending.step === 'sent') return <Arrived opened={sending.opened} onDone={onDone} />;
  const [first] = unsent;
  return (
    <>
      <PageTitle title={t(TITLES[sending.step])} />
      {sending.step === 'failed' ? (
        <FailedState failure={sending.failure} title={t('unsent.kept')} onRetry={sendAgain} />
      ) : (
        <Notice tone={sending.step === 'kept' ? 'warn' : 'quiet'} icon={sending.step === 'kept' ? 'offline' : 'clock'}>
          <p>{t(sending.step === 'kept' ? 'sent.kept' : 'unsent.text')}</p>
        </Notice>
      )}
      {sending.step === 'failed' && first && (
        <Button wide onClick={() => onTakeBack(first.id, first.draft)}>
          {t('unsent.change')}
        </Button>
      )}
      <Button wide onClick={() => onDone()}>
        {t('sent.back')}
      </Button>
    </>
  );
}

const TITLES = { sending: 'review.sending', kept: 'sent.keptTitle', failed: 'sent.failed' } as const;

function Arrived({ opened, onDone }: { opened: { number: number; followLink: string }; onDone: () => void }) {
  const t = useT('visit');
  const link = new URL(opened.followLink, window.location.origin).href;
  return (
    <>
      <PageTitle title={t('sent.title')} />
      <Notice tone="good" title={t('sent.number', { number: opened.number })}>
        <p>{t('sent.next')}</p>
      </Notice>
      <Card title={t('sent.linkTitle')}>
        <p>{t('sent.linkText')}</p>
        <a
          href={opened.followLink}
          className="min-h-12 content-center font-semibold text-accent-ink underline underline-offset-4"
        >
          {t('sent.open')}
        </a>
        <div className="flex flex-wrap gap-3">
          <CopyButton text={link} />
          {'share' in navigator && (
            <Button onClick={() => void navigator.share({ url: link }).catch(() => undefined)}>
              {t('sent.share')}
            </Button>
          )}
        </div>
      </Card>
      <Button wide onClick={onDone}>
        {t('sent.back')}
      </Button>
    </>
  );
}
