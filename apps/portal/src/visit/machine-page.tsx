import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { Markdown } from '../ui/markdown';
import { DeviceCard } from './device-card';
import { forgetPerson } from './kept-links';
import { KnownCases, OwnCases } from './known-cases';
import type { Draft } from './report/draft';
import { UnsentReports } from './unsent-reports';
import type { Reports } from './use-reports';
import type { Reporting, VisitView } from './visit.api';

interface MachinePageProps {
  visit: VisitView;
  /** Absent until it is here. */
  reporting: Reporting | undefined;
  reports: Reports;
  onReport: () => void;
  onTakeBack: (id: string, draft: Draft) => void;
  onEnd: () => Promise<void>;
}

/** "This is the machine": the one moment to notice that it is another one. */
export function MachinePage({ visit, reporting, reports, onReport, onTakeBack, onEnd }: MachinePageProps) {
  const t = useT('visit');
  const { welcome, instructions, contact } = visit.texts;
  return (
    <>
      <PageTitle title={t('machine.title')} />
      <DeviceCard visit={visit} />
      {welcome && <Markdown source={welcome} />}
      <UnsentReports reports={reports} onTakeBack={onTakeBack} />
      <Button look="primary" icon="plus" wide className="min-h-14" onClick={onReport}>
        {t('machine.report')}
      </Button>
      {reporting && <OwnCases cases={reporting.ownCases} />}
      {reporting && (
        <KnownCases cases={reporting.openCases.filter((item) => !isOwn(reporting, item.id))} visit={visit} />
      )}
      {instructions && (
        <Card title={t('machine.instructions')}>
          <Markdown source={instructions} />
        </Card>
      )}
      {contact && (
        <Card title={t('machine.contact')}>
          <Markdown source={contact} />
        </Card>
      )}
      <p className="flex flex-wrap items-center gap-x-2 text-quiet">
        {t('machine.other')}
        <Button look="plain" onClick={() => void forgetPerson().then(onEnd)}>
          {t('machine.leave')}
        </Button>
      </p>
    </>
  );
}

/** What came from this phone needs no second follower. */
const isOwn = ({ ownCases }: Reporting, id: string): boolean => ownCases.some((own) => own.id === id);
