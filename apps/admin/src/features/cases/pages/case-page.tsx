import type { Case } from '@latchkey/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { Answers } from '../answers';
import { CaseFacts } from '../case-facts';
import { CaseMenu } from '../case-menu';
import { STATUS_TONES } from '../case-words';
import { CASE_EVENTS, CASE_LISTS, CASE_PARTS, neighboursIn, useCase, useCaseActs } from '../cases.api';
import classes from '../cases.module.css';
import { Composer } from '../composer';
import { Conversation } from '../conversation';
import { SourceMark } from '../source-mark';

const REFRESHED = [...CASE_LISTS, ...CASE_PARTS];

export const CasePage = () => {
  const { caseId = '' } = useParams();
  const found = useCase(caseId);
  useLiveRefresh(CASE_EVENTS, REFRESHED);
  useMarkRead(caseId, found.data?.isUnread ?? false);
  useNeighbourKeys(caseId);
  return (
    <Loaded query={found} isPage>
      {(one) => <CaseView one={one} />}
    </Loaded>
  );
};

const CaseView = ({ one }: { one: Case }) => {
  const { t } = useTranslation('cases');
  return (
    <>
      <PageHeader
        title={one.subject}
        back={{ to: '/cases', label: t('title') }}
        facts={[
          `#${one.number}`,
          <StateBadge key="status" tone={STATUS_TONES[one.status]}>
            {t(`status.${one.status}`)}
          </StateBadge>,
          <SourceMark key="source" source={one.source} />,
        ]}
        menu={<CaseMenu one={one} />}
      />
      <div className={classes.page}>
        <div className={classes.conversation}>
          <Answers one={one} />
          <Conversation caseId={one.id} />
          <Composer key={one.id} one={one} />
        </div>
        <CaseFacts one={one} />
      </div>
    </>
  );
};

/** Opening a case is reading it; so is looking at it while something new arrives. */
const useMarkRead = (id: string, isUnread: boolean): void => {
  const { markRead } = useCaseActs(id);
  // Nothing to tell when it fails: the mark stays and is tried again at the next visit.
  const read = useEffectEvent(() => void markRead().catch(() => undefined));
  useEffect(() => {
    if (isUnread) read();
  }, [id, isUnread]);
};

/** j and k walk through the inbox as it was filtered. */
const useNeighbourKeys = (id: string): void => {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const navigate = useNavigate();
  const go = (way: 'previous' | 'next') => (): void => {
    const to = neighboursIn(client, id)[way];
    if (to) void navigate(`/cases/${to}`);
  };
  useShortcuts({
    title: t('keys.title'),
    shortcuts: [
      { keys: 'j', label: t('keys.next'), run: go('next') },
      { keys: 'k', label: t('keys.previous'), run: go('previous') },
    ],
  });
};
