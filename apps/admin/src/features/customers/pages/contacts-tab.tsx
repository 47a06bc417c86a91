import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ContactList } from '../../../shared/people/contact-list';
import { EmptyState } from '../../../ui/empty-state';
import { useCustomerOfPage } from '../customer-of-page';

/** The heart of giving access: who can get in, and how (S0.3). */
export const ContactsTab = () => {
  const { t } = useTranslation('customers');
  const { customer, people } = useCustomerOfPage();
  const add = customer.allowedActions.includes('add_contact') ? (
    <Button component={Link} to={`/contacts/new?customer=${customer.id}`}>
      {t('contacts:add')}
    </Button>
  ) : null;
  return (
    <ContactList
      customerId={customer.id}
      dialogs={people}
      empty={<EmptyState title={t('noContacts.title')} text={t('noContacts.text')} actions={add} />}
    />
  );
};
