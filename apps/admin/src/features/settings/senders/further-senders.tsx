import { Badge, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { useCan } from '../../../app/session';
import { ActionMenu, type MenuAction } from '../../../ui/action-menu';
import { FailedState } from '../../../ui/failed-state';
import { useToasts } from '../../../ui/toasts';
import { SenderDialog } from './sender-dialog';
import { SenderTestDialog } from './sender-test-dialog';
import { useSenderActs, useSenders, type Sender } from './senders.api';

type Open = { kind: 'edit'; sender: Sender | null } | { kind: 'test'; sender: Sender } | null;

/** Senders with a mail server of their own: for some messages, or while the usual one is in trouble (S2.17). */
export const FurtherSenders = () => {
  const { t } = useTranslation('senders');
  const { data, error, refetch } = useSenders();
  const mayWrite = useCan()('settings:write');
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  return (
    <Stack gap="sm" maw={560}>
      <Title order={2}>{t('title')}</Title>
      <Text c="dimmed">{t('text')}</Text>
      {error && !data ? <FailedState error={error} onRetry={() => void refetch()} isCompact /> : null}
      {data ? <SenderList senders={data} onOpen={setOpen} /> : <Skeleton height={72} />}
      {mayWrite ? (
        <Group>
          <Button variant="default" onClick={() => setOpen({ kind: 'edit', sender: null })}>
            {t('add')}
          </Button>
        </Group>
      ) : null}
      {open?.kind === 'edit' ? <SenderDialog sender={open.sender} onClose={close} /> : null}
      {open?.kind === 'test' ? <SenderTestDialog sender={open.sender} onClose={close} /> : null}
    </Stack>
  );
};

const SenderList = ({ senders, onOpen }: { senders: readonly Sender[]; onOpen: (open: Open) => void }) => {
  const { t } = useTranslation('senders');
  const actions = useSenderMenu(senders, onOpen);
  if (senders.length === 0) return <Text>{t('none')}</Text>;
  return (
    <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
      {senders.map((sender, at) => (
        <Card key={sender.id} component="li" withBorder padding="sm">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {sender.name}
              </Text>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} translate="no">
                {sender.fromAddress} · {sender.host}:{sender.port}
              </Text>
              <Group gap={4} mt={4}>
                {sender.groups.map((group) => (
                  <Badge key={group} variant="light" tt="none">
                    {t(`group.${group}`)}
                  </Badge>
                ))}
                {sender.groups.length === 0 ? <Text size="sm">{t('standsIn')}</Text> : null}
              </Group>
            </div>
            <ActionMenu label={t('actionsOf', { name: sender.name })} actions={actions(sender, at)} />
          </Group>
        </Card>
      ))}
    </Stack>
  );
};

const useSenderMenu = (senders: readonly Sender[], onOpen: (open: Open) => void) => {
  const { t } = useTranslation('senders');
  const mayWrite = useCan()('settings:write');
  const { order, remove } = useSenderActs();
  const toast = useToasts();
  const proof = useReauthentication();
  const run = (act: () => Promise<unknown>, told: string): void => {
    proof.run(act).then(
      () => toast.done(told),
      (error: unknown) => (error instanceof NotProven ? undefined : toast.failed(error)),
    );
  };
  const earlier = (at: number): string[] => {
    const ids = senders.map(({ id }) => id);
    return [...ids.slice(0, at - 1), ids[at] ?? '', ids[at - 1] ?? '', ...ids.slice(at + 1)];
  };
  return (sender: Sender, at: number): readonly MenuAction[] =>
    mayWrite
      ? [
          { id: 'edit', label: t('edit'), run: () => onOpen({ kind: 'edit', sender }) },
          { id: 'test', label: t('test'), run: () => onOpen({ kind: 'test', sender }) },
          ...(at > 0
            ? [{ id: 'earlier', label: t('earlier'), run: () => run(() => order(earlier(at)), t('ordered')) }]
            : []),
          {
            id: 'remove',
            label: t('remove'),
            isDangerous: true,
            run: () => run(() => remove(sender.id), t('removed', { name: sender.name })),
          },
        ]
      : [];
};
