import type { Notification } from '@latchkey/api-client';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MenuAction } from '../../ui/action-menu';
import { useToasts } from '../../ui/toasts';
import { useMessageActs } from './outbox.api';

type Message = Pick<Notification, 'id' | 'to' | 'allowedActions'>;

/** Send again and cancel, with what they say afterwards. */
export const useMessageActions = () => {
  const { t } = useTranslation('outbox');
  const { done, failed } = useToasts();
  const { retry, cancel } = useMessageActs();
  const act = async (run: () => Promise<unknown>, told: string): Promise<void> => {
    try {
      await run();
      done(told);
    } catch (error) {
      failed(error);
    }
  };
  return {
    retry: ({ id, to }: Message) => act(() => retry(id), t('told.retried', { to })),
    cancel: ({ id, to }: Message) => act(() => cancel(id), t('told.cancelled', { to })),
  };
};

export const useMessageMenu = (): ((message: Message) => readonly MenuAction[]) => {
  const { t } = useTranslation('outbox');
  const { retry, cancel } = useMessageActions();
  return (message) => [
    ...(message.allowedActions.includes('retry')
      ? [
          {
            id: 'retry',
            label: t('retry'),
            icon: <IconRefresh size={16} aria-hidden />,
            run: () => void retry(message),
          },
        ]
      : []),
    ...(message.allowedActions.includes('cancel')
      ? [
          {
            id: 'cancel',
            label: t('cancel'),
            icon: <IconX size={16} aria-hidden />,
            isDangerous: true,
            run: () => void cancel(message),
          },
        ]
      : []),
    { id: 'open', label: t('open'), to: `/outbox?open=${message.id}` },
  ];
};
