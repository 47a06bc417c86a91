import { Button, Stack, Text, Title } from '@mantine/core';
import type { AccessCheck, AccessFinding } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { ActivityList } from '../../../shared/activity/activity-list';
import { usePeopleDialogs } from '../../../shared/people/people-dialogs';
import { useContactActivity } from '../../../shared/people/people.api';
import { listQuery } from '../../../ui/data-list/list-query';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { TimeAgo } from '../../../ui/time-ago';
import { CHECK_EVENTS, CHECK_SHOWN, useAccessCheck } from '../access.api';
import { AnswerLine } from '../check/answer-line';
import { CustomerSees } from '../check/customer-sees';
import { Findings, TroubleGroup } from '../check/findings';
import { useFix } from '../check/use-fix';
import classes from '../check/check.module.css';

/** Why somebody gets in or not, in one look, and the buttons that mend it (S4.10). */
export const CheckPage = () => {
  const { contactId = '' } = useParams();
  const check = useAccessCheck(contactId);
  useLiveRefresh(CHECK_EVENTS, CHECK_SHOWN);
  return (
    <Loaded query={check} isPage>
      {(found) => <Checked check={found} onLook={() => void check.refetch()} isLooking={check.isFetching} />}
    </Loaded>
  );
};

interface CheckedProps {
  check: AccessCheck;
  onLook: () => void;
  isLooking: boolean;
}

const Checked = ({ check, onLook, isLooking }: CheckedProps) => {
  const { t } = useTranslation('access');
  const { contactId, name, customerName, checkedAt } = check;
  return (
    <>
      <PageHeader
        title={t('titleOf', { name })}
        back={{ to: `/contacts/${contactId}`, label: name }}
        facts={[
          customerName,
          <span key="at">
            {t('checkedAt')} <TimeAgo at={checkedAt} />
          </span>,
        ]}
        secondary={
          <Button variant="default" loading={isLooking} onClick={onLook}>
            {t('lookAgain')}
          </Button>
        }
      />
      <div className={classes.columns}>
        <Stack gap="lg" miw={0}>
          <AnswerLine check={check} />
          <Groups check={check} />
          <CustomerSees language={check.language} />
        </Stack>
        <aside aria-label={t('happened')}>
          <Title order={2} mb="xs">
            {t('happened')}
          </Title>
          <ActivityList query={listQuery(useContactActivity(contactId))} />
        </aside>
      </div>
    </>
  );
};

const isTrouble = ({ state }: AccessFinding): boolean => state === 'red' || state === 'amber';

const Groups = ({ check: { contactId, checks, language } }: { check: AccessCheck }) => {
  const { t } = useTranslation('access');
  const dialogs = usePeopleDialogs();
  const { fix, dialog } = useFix(contactId, dialogs);
  const troubles = checks.filter(isTrouble);
  const groups = [...new Set(troubles.map(({ group }) => group))];
  const rest = checks.filter((finding) => !isTrouble(finding));
  return (
    <>
      {troubles.length === 0 ? (
        <div>
          <Title order={2}>{t('allFine')}</Title>
          <Text c="dimmed">{t('allFineText')}</Text>
        </div>
      ) : null}
      {groups.map((group) => (
        <TroubleGroup
          key={group}
          group={group}
          checks={troubles.filter((one) => one.group === group)}
          language={language}
          onFix={fix}
        />
      ))}
      <details className={classes.fold}>
        <summary>{t('rest', { count: rest.length })}</summary>
        <Findings checks={rest} language={language} onFix={fix} />
      </details>
      {dialogs.element}
      {dialog}
    </>
  );
};
