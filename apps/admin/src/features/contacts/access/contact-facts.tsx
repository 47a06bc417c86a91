import { Anchor } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../../lib/use-format';
import { ReachCell } from '../../../shared/people/contact-cells';
import { languageWord } from '../../../shared/people/languages';
import { Fact, Facts } from '../../../ui/facts';

/** What is on file about the person. */
export const ContactFacts = ({ contact }: { contact: Contact }) => {
  const { t, i18n } = useTranslation('contacts');
  const { phone, date } = useFormat();
  const verified = (at: string | null): string =>
    at ? t('phone.verified', { date: date(at) }) : t('phone.unverified');
  return (
    <Facts label={t('section.facts')}>
      <Fact label={t('column.customer')}>
        <Anchor component={Link} to={`/customers/${contact.customer.id}`}>
          {contact.customer.name}
        </Anchor>
      </Fact>
      {contact.alsoAt.length > 0 ? (
        <Fact label={t('alsoAtLabel')}>
          {contact.alsoAt.map((company) => (
            <div key={company.contactId}>
              <Anchor component={Link} to={`/contacts/${company.contactId}`}>
                {company.customerName}
              </Anchor>
            </div>
          ))}
        </Fact>
      ) : null}
      <Fact label={t('field.email')}>{contact.email}</Fact>
      <Fact label={t('field.phones')}>
        {contact.phones.map((one) => (
          <div key={`${one.e164}${one.extension}`}>
            {phone(one.e164)}
            {one.extension ? ` ${t('phone.ext', { extension: one.extension })}` : ''} · {t(`phone.${one.type}`)}
            {one.type === 'mobile' ? ` · ${verified(one.verifiedAt)}` : ''}
          </div>
        ))}
      </Fact>
      <Fact label={t('column.reach')}>
        <ReachCell contact={contact} />
      </Fact>
      <Fact label={t('field.language')}>
        {contact.language ? languageWord(contact.language, i18n.language) : t('field.languageOfCustomer')}
      </Fact>
      <Fact label={t('field.isPortalUser')}>{t(contact.isPortalUser ? 'filter.yes' : 'filter.no')}</Fact>
      {contact.invitedBy ? (
        <Fact label={t('invitedByLabel')}>
          {contact.invitedBy.contactId ? (
            <Anchor component={Link} to={`/contacts/${contact.invitedBy.contactId}`}>
              {contact.invitedBy.name}
            </Anchor>
          ) : (
            t('invitedByGone')
          )}
        </Fact>
      ) : null}
      {contact.mayResetPassword ? null : <Fact label={t('field.mayResetPassword')}>{t('filter.no')}</Fact>}
      <Fact label={t('filter.status')}>{t(`status.${contact.status}`)}</Fact>
      {contact.externalId ? <Fact label={t('field.externalId')}>{contact.externalId}</Fact> : null}
      <Fact label={t('field.createdAt')}>{date(contact.createdAt)}</Fact>
    </Facts>
  );
};
