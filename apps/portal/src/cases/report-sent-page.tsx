import { useT } from '../i18n/use-t';
import { paths } from '../lib/paths';
import { ButtonLink } from '../ui/button-link';
import { Card, PageTitle } from '../ui/card';
import { CopyButton } from '../ui/copy-button';
import { Icon } from '../ui/icon';

export function ReportSentPage({ caseId, number }: { caseId: string; number: number }) {
  const t = useT('cases');
  return (
    <>
      <div className="flex items-center gap-3">
        <span className="flex size-12 shrink-0 items-center justify-center rounded-full bg-good-soft text-good">
          <Icon name="check" className="size-7" />
        </span>
        <PageTitle title={t('report.sentTitle')} />
      </div>
      <Card>
        <div className="flex flex-wrap items-end justify-between gap-3">
          <p>
            {t('report.sentNumber')}
            <span className="block text-3xl font-semibold tabular-nums">{number}</span>
          </p>
          <CopyButton text={String(number)} />
        </div>
      </Card>
      <Card title={t('report.sentNext')}>
        <p>{t('report.sentNextText')}</p>
      </Card>
      <div className="flex flex-col gap-3">
        <ButtonLink to={paths.case(caseId)} look="primary" wide>
          {t('report.sentOpen')}
        </ButtonLink>
        <ButtonLink to={paths.home} wide>
          {t('report.sentHome')}
        </ButtonLink>
      </div>
    </>
  );
}
