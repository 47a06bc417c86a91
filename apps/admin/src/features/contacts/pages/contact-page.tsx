import { Anchor, Button } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useNavigate, useParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { AccessBadge } from '../../../shared/people/access-badge';
import { giveWord, isOut, nameOf } from '../../../shared/people/contact-words';
import { usePeopleDialogs } from '../../../shared/people/people-dialogs';
import { useContact } from '../../../shared/people/people.api';
import { useContactActions } from '../../../shared/people/use-contact-actions';
import { ActionMenu } from '../../../ui/action-menu';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { UrlTabs } from '../../../ui/url-tabs';
import type { ContactOfPage } from '../contact-of-page';

const EVENTS = ['contact.changed', 'notification.changed'];
const OPERATIONS = ['getContact', 'getContactAccess', 'listPasswordResets'];

export const ContactPage = () => {
  const { contactId = '' } = useParams();
  useLiveRefresh(EVENTS, OPERATIONS);
  return (
    <Loaded query={useContact(contactId)} isPage>
      {(contact) => <ContactHead contact={contact} />}
    </Loaded>
  );
};

const ContactHead = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const customer = `/customers/${contact.customer.id}/contacts`;
  const dialogs = usePeopleDialogs((into) => navigate(into ? `/contacts/${into}` : customer, { replace: true }));
  const actions = useContactActions(dialogs);
  const base = `/contacts/${contact.id}`;
  const may = (action: Contact['allowedActions'][number]): boolean => contact.allowedActions.includes(action);
  return (
    <>
      <PageHeader
        title={nameOf(contact, t)}
        back={{ to: customer, label: contact.customer.name }}
        facts={[
          <Anchor key="customer" component={Link} to={customer} c="inherit">
            {t('customerNumber', { number: contact.customer.number })}
          </Anchor>,
          <AccessBadge key="access" contact={contact} />,
        ]}
        secondary={
          <>
            <Button variant="default" component={Link} to={`${base}/check`}>
              {t('action.check')}
            </Button>
            {may('edit') ? (
              <Button variant="default" component={Link} to={`${base}/edit`}>
                {t('action.edit')}
              </Button>
            ) : null}
          </>
        }
        primary={<WayIn contact={contact} dialogs={dialogs} />}
        menu={
          <ActionMenu
            label={t('common:moreActions')}
            actions={actions(contact).filter(
              ({ id }) => ![isOut(contact) ? 'give' : 'send', 'edit', 'check'].includes(id),
            )}
          />
        }
      />
      <UrlTabs
        label={nameOf(contact, t)}
        base={base}
        tabs={[
          { to: '', label: t('tab.access') },
          { to: 'cases', label: t('tab.cases') },
          { to: 'rights', label: t('tab.rights') },
          { to: 'activity', label: t('tab.activity') },
        ]}
      />
      <Outlet context={{ contact, dialogs } satisfies ContactOfPage} />
      {dialogs.element}
    </>
  );
};

/** The one thing to do first: for who is out, the way that fits is picked (S4.8, S4.9). */
const WayIn = ({ contact, dialogs }: ContactOfPage) => {
  const { t } = useTranslation('contacts');
  // Who has to accept first is asked where that is said.
  if (!contact.allowedActions.includes('send_credentials') || contact.asked !== null) return null;
  return isOut(contact) ? (
    <Button onClick={() => dialogs.open({ kind: 'give', contact })}>{t(`action.${giveWord(contact)}`)}</Button>
  ) : (
    <Button onClick={() => dialogs.open({ kind: 'send', to: { contacts: [contact] } })}>{t('action.sendShort')}</Button>
  );
};
