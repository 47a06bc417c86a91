import { Badge, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { useCan } from '../../../app/session';
import { ActionMenu, type MenuAction } from '../../../ui/action-menu';
import { FailedState } from '../../../ui/failed-state';
import { useToasts } from '../../../ui/toasts';
import { useLoadedSettings } from '../use-loaded-settings';
import { SenderChangeDialog, type SenderChange } from './sender-change-dialog';
import { SenderDialog } from './sender-dialog';
import { earlier, moves, usualOf, without } from './sender-moves';
import { SenderTestDialog } from './sender-test-dialog';
import { useSenderActs, useSenders, type Sender } from './senders.api';

type Open = { kind: 'edit'; sender: Sender | null } | { kind: 'test'; sender: Sender } | SenderChange | null;

/** Senders with a mail server of their own: for some messages, or while the usual one is in trouble (S2.17). */
export const FurtherSenders = () => {
  const { t } = useTranslation('senders');
  const { data, error, refetch } = useSenders();
  const mayWrite = useCan()('settings:write');
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { mail } = useLoadedSettings();
  const usual = data?.hasUsual ? usualOf(mail, t('usual')) : null;
  return (
    <Stack gap="sm" maw={560}>
      <Title order={2}>{t('title')}</Title>
      <Text c="dimmed">{t('text')}</Text>
      {error && !data ? <FailedState error={error} onRetry={() => void refetch()} isCompact /> : null}
      {data ? <SenderList senders={data.items} usual={usual} onOpen={setOpen} /> : <Skeleton height={72} />}
      {mayWrite ? (
        <Group>
          <Button variant="default" onClick={() => setOpen({ kind: 'edit', sender: null })}>
            {t('add')}
          </Button>
        </Group>
      ) : null}
      {open ? <OpenDialog open={open} usual={usual} onClose={close} /> : null}
    </Stack>
  );
};

interface OpenProps {
  open: NonNullable<Open>;
  usual: string | null;
  onClose: () => void;
}

const OpenDialog = ({ open, usual, onClose }: OpenProps) => {
  if (open.kind === 'edit') return <SenderDialog sender={open.sender} onClose={onClose} />;
  if (open.kind === 'test') return <SenderTestDialog sender={open.sender} onClose={onClose} />;
  return <SenderChangeDialog change={open} usual={usual} onClose={onClose} />;
};

interface ListProps {
  senders: readonly Sender[];
  usual: string | null;
  onOpen: (open: Open) => void;
}

const SenderList = (props: ListProps) => {
  const { senders } = props;
  const { t } = useTranslation('senders');
  const { actions, dialog } = useSenderMenu(props);
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
      {dialog}
    </Stack>
  );
};

const useSenderMenu = ({ senders, usual, onOpen }: ListProps) => {
  const { t } = useTranslation('senders');
  const mayWrite = useCan()('settings:write');
  const { order } = useSenderActs();
  const toast = useToasts();
  const proof = useReauthentication();
  const reorder = (after: readonly Sender[]): void => {
    proof
      .run(() => order(after.map(({ id }) => id)))
      .then(
        () => toast.done(t('ordered')),
        (error: unknown) => (error instanceof NotProven ? undefined : toast.failed(error)),
      );
  };
  /** Only an order that sends something from elsewhere is asked about. */
  const moveUp = (sender: Sender, at: number): void => {
    const after = earlier(senders, at);
    if (moves(senders, after, usual).length === 0) reorder(after);
    else onOpen({ kind: 'order', sender, before: senders, after });
  };
  const actions = (sender: Sender, at: number): readonly MenuAction[] =>
    mayWrite
      ? [
          { id: 'edit', label: t('edit'), run: () => onOpen({ kind: 'edit', sender }) },
          { id: 'test', label: t('test'), run: () => onOpen({ kind: 'test', sender }) },
          ...(at > 0 ? [{ id: 'earlier', label: t('earlier'), run: () => moveUp(sender, at) }] : []),
          {
            id: 'remove',
            label: t('remove'),
            isDangerous: true,
            run: () => onOpen({ kind: 'remove', sender, before: senders, after: without(senders, sender) }),
          },
        ]
      : [];
  return { actions, dialog: proof.dialog };
};
