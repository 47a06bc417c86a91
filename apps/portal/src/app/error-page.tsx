import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { CopyButton } from '../ui/copy-button';

export function ErrorPage({ requestId, onRetry }: { requestId?: string | undefined; onRetry: () => void }) {
  const t = useT('app');
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-6 px-4 py-8">
      <PageTitle title={t('error.title')}>{t('error.text')}</PageTitle>
      {requestId && (
        <Card title={t('error.requestId')}>
          <p className="flex flex-wrap items-center justify-between gap-3">
            <code className="break-all">{requestId}</code>
            <CopyButton text={requestId} />
          </p>
        </Card>
      )}
      <Button look="primary" onClick={onRetry}>
        {t('error.retry')}
      </Button>
      <Card title={t('help.title')}>
        <CompanyContacts />
      </Card>
    </div>
  );
}
