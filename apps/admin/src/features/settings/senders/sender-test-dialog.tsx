import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MailTest } from '../mail-test';
import { testSender, type Sender } from './senders.api';

export const SenderTestDialog = ({ sender, onClose }: { sender: Sender; onClose: () => void }) => {
  const { t } = useTranslation('senders');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('testTitle', { name: sender.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <MailTest isDirty={false} send={(to) => testSender(sender.id, to)} />
    </Modal>
  );
};
