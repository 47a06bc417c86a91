import { Anchor, SimpleGrid, Text, Title } from '@mantine/core';
import type { Customer } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../../lib/use-format';
import { languageWord } from '../../../shared/people/languages';
import { Fact, Facts } from '../../../ui/facts';
import { useCustomerOfPage } from '../customer-of-page';
import classes from './overview-tab.module.css';

export const OverviewTab = () => {
  const { customer } = useCustomerOfPage();
  return (
    <>
      <Numbers customer={customer} />
      <CustomerFacts customer={customer} />
    </>
  );
};

const STATES = ['active', 'invited', 'none', 'suspended'] as const;

/** Who gets in, as numbers that lead to the list behind them. */
const Numbers = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers');
  const { number } = useFormat();
  const base = `/customers/${customer.id}`;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} mb="lg">
      {STATES.map((state) => (
        <Link key={state} to={`${base}/contacts?access=${state}`} className={classes.number}>
          <span className={classes.figure}>{number(customer.access[state])}</span>
          <span>{t(`contacts:access.${state}`)}</span>
        </Link>
      ))}
      <Link to={`${base}/cases`} className={classes.number}>
        <span className={classes.figure}>{number(customer.openCases)}</span>
        <span>{t('column.openCases')}</span>
      </Link>
    </SimpleGrid>
  );
};

const CustomerFacts = ({ customer }: { customer: Customer }) => {
  const { t, i18n } = useTranslation('customers');
  const { phone, date } = useFormat();
  const place = [customer.postalCode, customer.city].filter(Boolean).join(' ');
  const country = customer.country
    ? (new Intl.DisplayNames([i18n.language], { type: 'region' }).of(customer.country) ?? customer.country)
    : '';
  const address = [customer.street, place, country].filter(Boolean);
  return (
    <section>
      <Title order={2} mb="xs">
        {t('section.facts')}
      </Title>
      <Facts columnWidth={220}>
        <Fact label={t('field.address')}>
          {address.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Fact>
        <Fact label={t('field.email')}>{customer.email}</Fact>
        <Fact label={t('field.phones')}>
          {customer.phones.map((one) => (
            <div key={`${one.e164}${one.extension}`}>{phone(one.e164)}</div>
          ))}
        </Fact>
        <Fact label={t('field.language')}>
          {customer.language ? languageWord(customer.language, i18n.language) : t('field.languageOfCompany')}
        </Fact>
        <Fact label={t('field.rightsProfile')}>
          <Anchor component={Link} to={`/rights/${customer.rightsProfile.id}`}>
            {customer.rightsProfile.name}
          </Anchor>
        </Fact>
        <Fact label={t('field.colleagueCap')}>{customer.colleagueCap ?? t('field.asInSettings')}</Fact>
        {customer.portalAddress ? <Fact label={t('field.portalAddress')}>{customer.portalAddress.origin}</Fact> : null}
        <Fact label={t('field.externalId')}>{customer.externalId}</Fact>
        <Fact label={t('field.createdAt')}>{date(customer.createdAt)}</Fact>
      </Facts>
      {customer.notes ? (
        <>
          <Title order={2} mt="lg" mb="xs">
            {t('field.notes')}
          </Title>
          <Text maw={720} style={{ whiteSpace: 'pre-wrap' }}>
            {customer.notes}
          </Text>
        </>
      ) : null}
    </section>
  );
};
