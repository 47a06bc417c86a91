import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EditForm, type EditFormActs } from '../../../shared/people/edit-form';
import { ContactFields, MoreContactFields } from './contact-fields';
import type { ContactValues } from './contact-values';
import { LoginHints } from './login-hint';

interface ContactFormProps extends Omit<EditFormActs<ContactValues>, 'onSave'> {
  customerId: string | undefined;
  contactId?: string;
  onSave: (values: ContactValues, start: ContactValues, linkByPhone: boolean) => Promise<void>;
  /** Above the fields: the customer, when it is to be chosen. */
  top?: ReactNode;
  isBlocked?: boolean;
}

export const ContactForm = ({ customerId, contactId, onSave, top, isBlocked = false, ...acts }: ContactFormProps) => {
  const { t } = useTranslation('contacts');
  const [linkByPhone, setLinkByPhone] = useState(true);
  return (
    <EditForm
      {...acts}
      onSave={(values, start) => onSave(values, start, linkByPhone)}
      nameOfField={(key) => t(`field.${key}`)}
      isBlocked={isBlocked}
    >
      {(form) => (
        <>
          {top}
          <ContactFields form={form} />
          <LoginHints
            values={form.values}
            customerId={customerId}
            {...(contactId ? { contactId } : {})}
            linkByPhone={linkByPhone}
            onLinkByPhone={setLinkByPhone}
          />
          <MoreContactFields form={form} />
        </>
      )}
    </EditForm>
  );
};
