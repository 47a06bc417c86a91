import { Button, Group, Text, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { Case, CaseFollow } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { FailedState } from '../../../ui/failed-state';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { useToasts } from '../../../ui/toasts';
import { useReportActs, useCaseFollows } from '../cases.api';
import classes from '../cases.module.css';

/** Who follows the case by a link, without a login (S1.x4). */
export const Follows = ({ one }: { one: Case }) => {
  const { t } = useTranslation('cases');
  const mayWrite = useCan()('case:write');
  const { data, error, refetch } = useCaseFollows(one.id);
  const [ending, setEnding] = useState<CaseFollow | null>(null);
  const email = one.reporter?.email;
  if (!email && data?.items.length === 0) return null;
  return (
    <section aria-labelledby="follows">
      <Title order={3} id="follows" mb={6}>
        {t('follow.title')}
      </Title>
      {error ? <FailedState error={error} onRetry={() => void refetch()} isCompact /> : null}
      <ul className={classes.lines}>
        {data?.items.map((follow) => (
          <FollowLine key={follow.id} follow={follow} onEnd={mayWrite ? () => setEnding(follow) : null} />
        ))}
      </ul>
      {email && mayWrite ? <SendLink caseId={one.id} email={email} /> : null}
      <EndFollow caseId={one.id} follow={ending} onClose={() => setEnding(null)} />
    </section>
  );
};

interface EndFollowProps {
  caseId: string;
  follow: CaseFollow | null;
  onClose: () => void;
}

const EndFollow = ({ caseId, follow, onClose }: EndFollowProps) => {
  const { t } = useTranslation('cases');
  const acts = useReportActs(caseId);
  return (
    <ConfirmDialog
      isOpen={follow !== null}
      onClose={onClose}
      onConfirm={() => (follow ? acts.revokeFollow(follow.id) : undefined)}
      done={t('follow.ended')}
      title={t('follow.endTitle')}
      confirmLabel={t('follow.end')}
      isDangerous
    >
      {t('follow.endText', { name: follow?.name ?? follow?.email ?? t('unknownReporter') })}
    </ConfirmDialog>
  );
};

const FollowLine = ({ follow, onEnd }: { follow: CaseFollow; onEnd: (() => void) | null }) => {
  const { t } = useTranslation('cases');
  const name = follow.name ?? follow.email ?? follow.phone ?? t('unknownReporter');
  return (
    <li>
      <Group gap={6} justify="space-between" wrap="nowrap" align="flex-start">
        <span>
          {name} {follow.isReporter ? <Text span c="dimmed">{`(${t('follow.reporter')})`}</Text> : null}
        </span>
        {onEnd && follow.state === 'active' ? (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            flex="none"
            onClick={onEnd}
            aria-label={t('follow.endOf', { name })}
          >
            {t('follow.end')}
          </Button>
        ) : null}
      </Group>
      {follow.email && follow.email !== name ? <Text size="sm">{follow.email}</Text> : null}
      <FollowState follow={follow} />
    </li>
  );
};

const FollowState = ({ follow }: { follow: CaseFollow }) => {
  const { t } = useTranslation('cases');
  if (follow.state !== 'active') return <StateBadge tone="quiet">{t(`follow.${follow.state}`)}</StateBadge>;
  const address = follow.email ? (
    <StateBadge tone={follow.isConfirmed ? 'good' : 'wait'}>
      {t(follow.isConfirmed ? 'follow.confirmed' : 'follow.unconfirmed')}
    </StateBadge>
  ) : null;
  return (
    <>
      {address}
      <Text size="sm" c="dimmed">
        {follow.lastUsedAt ? (
          <>
            {t('follow.used')} <TimeAgo at={follow.lastUsedAt} />
          </>
        ) : (
          t('follow.neverUsed')
        )}
      </Text>
    </>
  );
};

/** A person vouches for the address: who opens the link has it (D10). */
const SendLink = ({ caseId, email }: { caseId: string; email: string }) => {
  const { t } = useTranslation('cases');
  const acts = useReportActs(caseId);
  const { done, failed } = useToasts();
  const [isBusy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await acts.sendReporterLink();
      done(t('follow.sent', { email }));
    } catch (error) {
      failed(error);
    }
    setBusy(false);
  };
  return (
    <>
      <Button
        variant="default"
        size="xs"
        mt={6}
        loading={isBusy}
        leftSection={<IconSend size={14} aria-hidden />}
        onClick={() => void send()}
      >
        {t('follow.send')}
      </Button>
      <Text size="sm" c="dimmed" mt={4}>
        {t('follow.sendHint', { email })}
      </Text>
    </>
  );
};
