import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProvenConfirmDialog } from '../../../shared/secrets/proven-confirm-dialog';
import { moves } from './sender-moves';
import { useSenderActs, type Sender } from './senders.api';

export interface SenderChange {
  kind: 'remove' | 'order';
  sender: Sender;
  before: readonly Sender[];
  after: readonly Sender[];
}

interface DialogProps {
  change: SenderChange;
  /** The sender of the settings. */
  usual: string | null;
  onClose: () => void;
}

/** Says which messages leave from where afterwards, before a sender is removed or another one comes first (S2.17). */
export const SenderChangeDialog = ({ change, usual, onClose }: DialogProps) => {
  const { t } = useTranslation('senders');
  const { order, remove } = useSenderActs();
  const { kind, sender, before, after } = change;
  const { name } = sender;
  const isRemoval = kind === 'remove';
  const moved = moves(before, after, usual);
  const act = (): Promise<void> => (isRemoval ? remove(sender.id) : order(after.map(({ id }) => id)));
  return (
    <ProvenConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={act}
      done={isRemoval ? t('removed', { name }) : t('ordered')}
      title={t(isRemoval ? 'removeTitle' : 'orderTitle', { name })}
      confirmLabel={t(isRemoval ? 'remove' : 'earlier')}
      isDangerous={isRemoval}
    >
      <Stack gap="sm">
        {moved.length === 0 ? <Text>{t('moves.none')}</Text> : <Text>{t('moves.from')}</Text>}
        {moved.length === 0 ? null : (
          <List>
            {moved.map(({ group, from, to }) => (
              <List.Item key={group} style={{ overflowWrap: 'anywhere' }}>
                {t(to === null ? 'moves.waits' : 'moves.one', { group: t(`group.${group}`), from, to })}
              </List.Item>
            ))}
          </List>
        )}
        {after.length === 0 && usual !== null ? <Text>{t('moves.alone')}</Text> : null}
      </Stack>
    </ProvenConfirmDialog>
  );
};
