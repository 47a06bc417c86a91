import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { CaseBadge } from '../ui/case-badge';
import { Icon } from '../ui/icon';
import { TimeAgo } from '../ui/time-ago';
import { keptLink } from './kept-links';
import type { Reporting, VisitView } from './visit.api';

const FollowForm = lazy(async () => ({ default: (await import('./follow-form')).FollowForm }));

type OpenCase = Reporting['openCases'][number];
type OwnCase = Reporting['ownCases'][number];

function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-lg">{title}</h2>
        {text && <p className="text-[0.9375rem] text-quiet">{text}</p>}
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">{children}</ul>
    </section>
  );
}

/** What this phone has reported before, with the way back to each. */
export function OwnCases({ cases }: { cases: readonly OwnCase[] }) {
  const t = useT('visit');
  if (cases.length === 0) return null;
  return (
    <Section title={t('own.title')}>
      {cases.map((item) => (
        <OwnRow key={item.id} item={item} />
      ))}
    </Section>
  );
}

function OwnRow({ item }: { item: OwnCase }) {
  const t = useT('visit');
  const [link, setLink] = useState<string>();
  useEffect(() => void keptLink(item.id).then(setLink), [item.id]);
  const face = (
    <>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{item.subject || t('known.unnamed')}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-sm text-quiet tabular-nums">
          #{item.number} <TimeAgo at={item.createdAt} />
        </span>
      </span>
      <CaseBadge status={item.status}>{t(`status.${item.status}`)}</CaseBadge>
      {link && <Icon name="chevron" className="flip-in-rtl text-quiet" />}
    </>
  );
  const look = 'flex min-h-16 items-center gap-3 px-4 py-3';
  return (
    <li>
      {link ? (
        <a href={link} className={look}>
          {face}
        </a>
      ) : (
        <span className={look}>{face}</span>
      )}
    </li>
  );
}

/** What else the page says must stay within reach. */
const SHOWN_FIRST = 3;

/** Somebody was faster: one tap instead of a second report. */
export function KnownCases({ cases, visit }: { cases: readonly OpenCase[]; visit: VisitView }) {
  const t = useT('visit');
  const [chosen, setChosen] = useState<OpenCase | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  if (cases.length === 0) return null;
  const shown = isWhole ? cases : cases.slice(0, SHOWN_FIRST);
  return (
    <Section title={t('known.title')} text={t('known.text')}>
      {shown.map((item) => (
        <li key={item.id} className="flex flex-col gap-3 px-4 py-3">
          <div className="flex min-h-10 items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{item.templateName ?? t('known.unnamed')}</span>
              <span className="flex flex-wrap gap-x-2 text-sm text-quiet tabular-nums">
                #{item.number} <TimeAgo at={item.createdAt} />
              </span>
            </span>
            <CaseBadge status={item.status}>{t(`status.${item.status}`)}</CaseBadge>
          </div>
          {chosen?.id === item.id ? (
            <Suspense fallback={null}>
              <FollowForm item={item} visit={visit} onCancel={() => setChosen(null)} />
            </Suspense>
          ) : (
            <Button className="self-start" onClick={() => setChosen(item)}>
              {t('known.follow')}
            </Button>
          )}
        </li>
      ))}
      {shown.length < cases.length && (
        <li>
          <Button look="plain" wide onClick={() => setIsWhole(true)}>
            {t('known.all', { count: cases.length })}
          </Button>
        </li>
      )}
    </Section>
  );
}
