import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { nameOf } from '../../../shared/people/contact-words';
import { CustomerSelect, type ChosenCustomer } from '../../../shared/people/customer-select';
import { saveNewContact, usePeopleAct } from '../../../shared/people/people.api';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { useCustomerName } from '../contacts.api';
import { ContactForm } from '../form/contact-form';
import { NEW_CONTACT, toContactBody, type ContactValues } from '../form/contact-values';
import { savedText } from '../form/saved-text';

export const NewContactPage = () => {
  const [params] = useSearchParams();
  const customerId = params.get('customer') ?? undefined;
  const customer = useCustomerName(customerId);
  if (!customerId) return <NewContact at={null} />;
  return <Loaded query={customer}>{(at) => <NewContact at={at} />}</Loaded>;
};

const NewContact = ({ at }: { at: ChosenCustomer | null }) => {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const act = usePeopleAct();
  const toast = useToasts();
  const keyFor = useIdempotencyKey();
  const created = useRef('');
  const [customer, setCustomer] = useState(at);
  const back = at ? { to: `/customers/${at.id}/contacts`, label: at.name } : { to: '/contacts', label: t('title') };

  const save = async (values: ContactValues, _start: ContactValues, linkByPhone: boolean): Promise<void> => {
    if (!customer) return;
    const body = { ...toContactBody(values), linkByPhone, customerId: customer.id };
    const contact = await act(() => saveNewContact(body, keyFor(body)));
    created.current = contact.id;
    const { key, companies } = savedText(contact);
    toast.done(t(key, { name: nameOf(contact, t), companies }));
  };

  return (
    <>
      <PageHeader title={t('add')} back={back} />
      <ContactForm
        initial={NEW_CONTACT}
        customerId={customer?.id}
        isBlocked={customer === null}
        onSave={save}
        onSaved={() => void navigate(`/contacts/${created.current}`)}
        onCancel={() => void navigate(back.to)}
        top={
          at ? null : <CustomerSelect label={t('column.customer')} value={customer} onChange={setCustomer} required />
        }
      />
    </>
  );
};
