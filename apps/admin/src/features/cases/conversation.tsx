import { Badge, Skeleton, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { CaseMessage } from '@latchkey/api-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state';
import { TimeAgo } from '../../ui/time-ago';
import { useCaseMessages } from './cases.api';
import classes from './cases.module.css';
import { Files } from './files';

/** Oldest first; what was done stands between the messages. */
export const Conversation = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation('cases');
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useCaseMessages(caseId);
  // A conversation is read as a whole: its end is what matters.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage]);

  if (error && !data) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Stack aria-busy>
        <Skeleton height={96} />
        <Skeleton height={96} />
      </Stack>
    );
  }
  const messages = data.pages.flatMap((page) => page.items);
  return (
    <ol className={classes.messages} aria-label={t('conversation')} aria-live="polite">
      {messages.map((message) =>
        message.event === null ? (
          <Message key={message.id} message={message} />
        ) : (
          <EventLine key={message.id} message={message} />
        ),
      )}
    </ol>
  );
};

const kindOf = ({ visibility, author }: CaseMessage): 'internal' | 'staff' | 'contact' => {
  if (visibility === 'internal') return 'internal';
  return author.kind === 'staff' ? 'staff' : 'contact';
};

const Message = ({ message }: { message: CaseMessage }) => {
  const { t } = useTranslation('cases');
  const kind = kindOf(message);
  return (
    <li className={classes.message} data-kind={kind}>
      <div className={classes.messageHead}>
        <span className={classes.author}>{message.author.name}</span>
        {kind === 'internal' ? (
          <Badge
            size="sm"
            variant="outline"
            color="yellow"
            c="inherit"
            leftSection={<IconLock size={12} aria-hidden />}
          >
            {t('internal')}
          </Badge>
        ) : (
          <span>{t(kind === 'staff' ? 'byUs' : 'byCustomer')}</span>
        )}
        <TimeAgo at={message.createdAt} />
        {message.mergedFrom === null ? null : <span>{t('mergedFrom', { number: message.mergedFrom })}</span>}
      </div>
      <div className={classes.body}>{message.body}</div>
      <Files files={message.files} />
    </li>
  );
};

const EventLine = ({ message }: { message: CaseMessage }) => {
  const { t } = useTranslation('cases');
  const { event, author, body } = message;
  return (
    <li className={classes.event}>
      {t(`event.${event}`, { who: author.name || t('system'), whom: body, number: body })} ·{' '}
      <TimeAgo at={message.createdAt} />
    </li>
  );
};
