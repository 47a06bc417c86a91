import type { ReactNode } from 'react';
import { useT, type Translate } from '../i18n/use-t';
import { Card } from '../ui/card';
import type { IconName } from '../ui/icon';
import { TimeAgo } from '../ui/time-ago';
import { Timeline } from '../ui/timeline';
import { CaseFiles } from './case-files';
import type { CaseDetail, CaseEvent } from './case-view';

const ICONS: Record<CaseEvent['kind'], IconName> = {
  reported: 'mail',
  assigned: 'check',
  unassigned: 'clock',
  replied: 'message',
  waiting: 'help',
  solved: 'check',
  opened: 'alert',
  closed: 'lock',
};

/** What was reported, and what has happened since. */
export function CaseFacts({ item }: { item: CaseDetail }) {
  const t = useT('cases');
  return (
    <>
      <Card title={t('detail.facts')}>
        <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {item.device && <Fact name={t('detail.device')}>{item.device}</Fact>}
          <Fact name={t('detail.reported')}>
            <TimeAgo at={item.openedAt} />
          </Fact>
          {item.reporterName && <Fact name={t('detail.reportedBy')}>{item.reporterName}</Fact>}
          {item.description && (
            <Fact name={t('detail.description')} isWide>
              {item.description}
            </Fact>
          )}
        </dl>
        {item.files.length > 0 && <CaseFiles files={item.files} />}
      </Card>
      <Card title={t('detail.history')}>
        <Timeline
          steps={item.events.map((event) => ({
            id: event.id,
            at: event.at,
            icon: ICONS[event.kind],
            text: sentence(event, t),
          }))}
        />
      </Card>
    </>
  );
}

const sentence = (event: CaseEvent, t: Translate<'cases'>): string =>
  t(`event.${event.kind}`, { name: event.name ?? '' });

function Fact({ name, isWide = false, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? 'sm:col-span-2' : undefined}>
      <dt className="text-[0.9375rem] text-quiet">{name}</dt>
      <dd className="whitespace-pre-line">{children}</dd>
    </div>
  );
}
