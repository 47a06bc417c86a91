import { Button, Loader, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import type { Session } from '@latchkey/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { SIGN_IN } from '../../../app/sign-in-address';
import { browserOf } from '../../../lib/browser-name';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { FailedState } from '../../../ui/failed-state';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { useToasts } from '../../../ui/toasts';
import { signOutEverywhere, useEndSession, useOwnSessions } from '../session.api';
import classes from '../sessions.module.css';

export const SessionsPage = () => {
  const { t } = useTranslation('session');
  const sessions = useOwnSessions();
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();

  const leaveEverywhere = async (): Promise<void> => {
    await signOutEverywhere();
    client.clear();
    await navigate(SIGN_IN);
  };

  return (
    <>
      <PageHeader
        title={t('sessions.title')}
        secondary={
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('sessions.everywhere')}
          </Button>
        }
      />
      <Text c="dimmed" mb="md" maw={640}>
        {t('sessions.text')}
      </Text>
      {sessions.error ? <FailedState error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      {sessions.isPending ? <Loader aria-label={t('common:loading')} /> : null}
      <ul className={classes.list}>
        {sessions.data?.items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={leaveEverywhere}
        title={t('sessions.everywhereTitle')}
        confirmLabel={t('sessions.everywhere')}
      >
        <Text>{t('sessions.everywhereText')}</Text>
      </ConfirmDialog>
    </>
  );
};

const SessionRow = ({ session }: { session: Session }) => {
  const { t } = useTranslation('session');
  const toasts = useToasts();
  const end = useEndSession();
  const { browser, system, isPhone } = browserOf(session.userAgent ?? '');
  const Icon = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  const name = [browser, system].filter(Boolean).join(', ') || t('sessions.unknown');
  const finish = (): void =>
    end.mutate(session.id, { onSuccess: () => toasts.done(t('sessions.ended', { name })), onError: toasts.failed });
  return (
    <li className={classes.row}>
      <Icon size={24} stroke={1.5} aria-hidden />
      <Stack gap={2} className={classes.words}>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t('sessions.lastSeen')} <TimeAgo at={session.lastSeenAt} /> · {t('sessions.since')}{' '}
          <TimeAgo at={session.createdAt} /> · {session.ip ?? t('sessions.noAddress')}
        </Text>
      </Stack>
      {session.isCurrent ? (
        <StateBadge tone="good">{t('sessions.current')}</StateBadge>
      ) : (
        <Button
          variant="default"
          size="xs"
          loading={end.isPending}
          aria-label={t('sessions.endOf', { name })}
          onClick={finish}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
};
