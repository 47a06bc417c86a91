import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/button';
import { Card, PageTitle } from '../../ui/card';
import { CopyButton } from '../../ui/copy-button';
import { FailedState } from '../../ui/failed-state';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import type { Reports } from '../use-reports';
import type { VisitView } from '../visit.api';

interface SentPageProps {
  reports: Reports;
  visit: VisitView;
  onDone: () => void;
}

/** It arrived, or it is kept: the person leaves knowing which. */
export function SentPage({ reports, onDone }: SentPageProps) {
  const t = useT('visit');
  const { sending, sendAgain } = reports;
  if (sending.step === 'sending') return <Skeleton />;
  if (sending.step === 'sent') return <Arrived opened={sending.opened} onDone={onDone} />;
  return (
    <>
      <PageTitle title={t(sending.step === 'kept' ? 'sent.keptTitle' : 'sent.failed')} />
      {sending.step === 'failed' ? (
        <FailedState title={t('sent.failed')} failure={sending.failure} onRetry={sendAgain} />
      ) : (
        <Notice tone="warn" icon="offline" title={t('unsent.title')}>
          <p>{t('sent.kept')}</p>
        </Notice>
      )}
      <Button wide onClick={onDone}>
        {t('sent.back')}
      </Button>
    </>
  );
}

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
