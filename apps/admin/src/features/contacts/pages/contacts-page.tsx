import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { ContactList } from '../../../shared/people/contact-list';
import { usePeopleDialogs } from '../../../shared/people/people-dialogs';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';

/** Contacts of all customers. */
export const ContactsPage = () => {
  const { t } = useTranslation('contacts');
  const dialogs = usePeopleDialogs();
  const can = useCan();
  const add = can('contact:write') ? (
    <Button component={Link} to="/contacts/new">
      {t('add')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={t('title')}
        primary={add}
        secondary={
          can('credential:read') ? (
            <Button variant="default" component={Link} to="/reports/access">
              {t('whoGetsIn')}
            </Button>
          ) : null
        }
      />
      <ContactList
        dialogs={dialogs}
        empty={<EmptyState title={t('empty.title')} text={t('empty.text')} actions={add} />}
      />
      {dialogs.element}
    </>
  );
};
