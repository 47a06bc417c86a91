import { Anchor, Button, Group, Text } from '@mantine/core';
import type { Contact, ContactAccess, ResetRequest } from '@latchkey/api-client';
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

type OwnReset = ContactAccess['ownReset'];

/** The newest requests for a new password of this login, at whichever company; the one that counts carries its way out (S2.22). */
export const Resets = ({ contact, dialogs, ownReset }: ResetsProps & { ownReset: OwnReset }) => {
  const { t } = useTranslation('resets');
  const { data, error, refetch } = usePasswordResets({ contactId: contact.id, limit: MOST_SHOWN });
  const [first] = data?.pages ?? [];
  return (
    <Section title={t('section')}>
      <OwnSwitch contact={contact} ownReset={ownReset} />
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
        <RequestRow key={request.id} request={request} isElsewhere={request.contactId !== contact.id}>
          {request === counting && fix ? <FixButton fix={fix} /> : null}
        </RequestRow>
      ))}
    </div>
  );
};

/** What is set for this contact, or for another of the login where that one decides (S2.7). */
const OwnSwitch = ({ contact, ownReset }: { contact: Contact; ownReset: OwnReset }) => {
  const { t } = useTranslation('resets');
  const elsewhere = ownReset?.allows && ownReset.contactId !== contact.id ? ownReset : undefined;
  const customer = elsewhere?.customerName;
  if (!contact.mayResetPassword)
    return <Off contact={contact} text={elsewhere ? t('allowedElsewhere', { customer }) : t('notAllowed')} />;
  if (elsewhere && elsewhere.mode !== contact.resetMode)
    return <Text mb="xs">{t('decidedElsewhere', { customer })}</Text>;
  return contact.resetMode ? <Text mb="xs">{t(`ownMode.${contact.resetMode}`)}</Text> : null;
};

const Off = ({ contact, text }: { contact: Contact; text: string }) => {
  const { t } = useTranslation('resets');
  return (
    <Group justify="space-between" gap="xs" mb="xs">
      <Text flex="1 1 220px">{text}</Text>
      {contact.allowedActions.includes('edit') ? (
        <Button size="xs" variant="default" component={Link} to={`/contacts/${contact.id}/edit`}>
          {t('contacts:action.edit')}
        </Button>
      ) : null}
    </Group>
  );
};

interface RequestRowProps {
  request: ResetRequest;
  /** It was asked for another contact of the login. */
  isElsewhere: boolean;
  children: ReactNode;
}

const RequestRow = ({ request, isElsewhere, children }: RequestRowProps) => {
  const { t } = useTranslation('resets');
  const can = useCan();
  const { createdAt, mode, sentTo, id, customerName } = request;
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <ResetState request={request} />
        <span className={classes.note}>
          <TimeAgo at={createdAt} />
          {isElsewhere && customerName ? ` · ${customerName}` : ''}
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
