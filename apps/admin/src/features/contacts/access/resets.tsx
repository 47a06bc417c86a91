import { Anchor, Button, Group, Text } from '@mantine/core';
import type { Contact, ResetRequest } from '@latchkey/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import type { PeopleDialogs } from '../../../shared/people/people-dialogs';
import { ResetState } from '../../../shared/resets/reset-state';
import { usePasswordResets } from '../../../shared/resets/resets.api';
import { FixButton, useResetFix } from '../../../shared/resets/use-reset-fix';
import { Loaded } from '../../../ui/loaded';
import { TimeAgo } from '../../../ui/time-ago';
import classes from './access.module.css';
import { Section } from './section';

const MOST_SHOWN = 3;

interface ResetsProps {
  contact: Contact;
  dialogs: PeopleDialogs;
}

/** The newest requests for a new password; the one that counts carries its way out (S2.22). */
export const Resets = ({ contact, dialogs }: ResetsProps) => {
  const { t } = useTranslation('resets');
  const { data, error, refetch } = usePasswordResets({ contactId: contact.id, limit: MOST_SHOWN });
  const [first] = data?.pages ?? [];
  return (
    <Section title={t('section')}>
      {contact.mayResetPassword ? null : <NotAllowed contact={contact} />}
      {contact.mayResetPassword && contact.resetMode ? <Text mb="xs">{t(`ownMode.${contact.resetMode}`)}</Text> : null}
      <Loaded query={{ data: first, error, refetch }}>
        {({ items, nextCursor }) => (
          <>
            <Requests requests={items} contact={contact} dialogs={dialogs} />
            {nextCursor ? (
              <Anchor component={Link} to={`/outbox/password-requests?contact=${contact.id}`} size="sm">
                {t('all')}
              </Anchor>
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
};

const Requests = ({ requests, contact, dialogs }: ResetsProps & { requests: readonly ResetRequest[] }) => {
  const { t } = useTranslation('resets');
  const fixOf = useResetFix(dialogs);
  if (requests.length === 0) return contact.mayResetPassword ? <Text c="dimmed">{t('none')}</Text> : null;
  // Asking again too soon changes nothing: the request before is the one that may need help.
  const counting = requests.find(({ state }) => state !== 'too_soon' && state !== 'too_many');
  const fix = counting ? fixOf(counting, contact) : undefined;
  return (
    <div className={classes.rows}>
      {requests.map((request) => (
        <RequestRow key={request.id} request={request}>
          {request === counting && fix ? <FixButton fix={fix} /> : null}
        </RequestRow>
      ))}
    </div>
  );
};

const NotAllowed = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('resets');
  return (
    <Group justify="space-between" gap="xs" mb="xs">
      <Text flex="1 1 220px">{t('notAllowed')}</Text>
      {contact.allowedActions.includes('edit') ? (
        <Button size="xs" variant="default" component={Link} to={`/contacts/${contact.id}/edit`}>
          {t('contacts:action.edit')}
        </Button>
      ) : null}
    </Group>
  );
};

const RequestRow = ({ request, children }: { request: ResetRequest; children: ReactNode }) => {
  const { t } = useTranslation('resets');
  const can = useCan();
  const { createdAt, mode, sentTo, id } = request;
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <ResetState request={request} />
        <span className={classes.note}>
          <TimeAgo at={createdAt} />
          {mode ? ` · ${t(`mode.${mode}`)}` : ''}
          {sentTo ? ` · ${sentTo}` : ''}
          {sentTo && can('notification:read') ? (
            <>
              {' · '}
              <Anchor component={Link} to={`/outbox?open=${id}`} inherit>
                {t('toMessage')}
              </Anchor>
            </>
          ) : null}
        </span>
      </div>
      {children}
    </div>
  );
};
