import type { Contact } from '@latchkey/api-client';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { nameOf } from '../../../shared/people/contact-words';
import { saveContact, useContact, usePeopleAct } from '../../../shared/people/people.api';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { fetchContact } from '../../../shared/people/people.api';
import { ContactForm } from '../form/contact-form';
import { toContactChange, toContactValues, type ContactValues } from '../form/contact-values';
import { savedText } from '../form/saved-text';

export const EditContactPage = () => {
  const { contactId = '' } = useParams();
  return <Loaded query={useContact(contactId)}>{(contact) => <EditContact contact={contact} />}</Loaded>;
};

const EditContact = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const act = usePeopleAct();
  const toast = useToasts();
  // The version the form started from: a refetch of the page behind it must not hide somebody else's change.
  const version = useRef(contact.version);
  const page = `/contacts/${contact.id}`;

  const save = async (values: ContactValues, start: ContactValues, linkByPhone: boolean): Promise<void> => {
    const body = { ...toContactChange(values, start), linkByPhone };
    const saved = await act(() => saveContact({ id: contact.id, version: version.current }, body));
    const { key, companies } = savedText(saved);
    toast.done(t(key, { name: nameOf(saved, t), companies }));
  };
  const reload = async (): Promise<ContactValues> => {
    const newest = await fetchContact(contact.id);
    version.current = newest.version;
    return toContactValues(newest);
  };

  return (
    <>
      <PageHeader title={t('editTitle', { name: nameOf(contact, t) })} back={{ to: page, label: nameOf(contact, t) }} />
      <ContactForm
        initial={toContactValues(contact)}
        customerId={contact.customer.id}
        contactId={contact.id}
        onSave={save}
        onSaved={() => void navigate(page)}
        onCancel={() => void navigate(page)}
        onReload={reload}
      />
    </>
  );
};
