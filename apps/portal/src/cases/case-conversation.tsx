import { useT } from '../i18n/use-t';
import { EmptyState } from '../ui/empty-state';
import { MessageBubble } from '../ui/message-bubble';
import type { CaseDetail } from './case-view';
import { CaseFiles } from './case-files';

export function CaseConversation({ item }: { item: CaseDetail }) {
  const t = useT('cases');
  return (
    <section aria-labelledby="messages" className="flex flex-col gap-4">
      <h2 id="messages" className="text-lg">
        {t('detail.messages')}
      </h2>
      {item.messages.length === 0 && (
        <EmptyState icon="message" title={t('detail.noMessages')}>
          {t('detail.noMessagesText')}
        </EmptyState>
      )}
      {item.messages.map((message) => (
        <MessageBubble
          key={message.id}
          author={message.isMine ? t('detail.you') : message.authorName}
          at={message.sentAt}
          text={message.text}
          isMine={message.isMine}
          newLabel={message.isUnread ? t('detail.newMessages') : undefined}
          files={message.files.length > 0 && <CaseFiles files={message.files} />}
        />
      ))}
    </section>
  );
}
