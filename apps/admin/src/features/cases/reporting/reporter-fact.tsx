import { Anchor, Text } from '@mantine/core';
import type { Case } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { Fact } from '../../../ui/facts';

/** Who reported it without a login; nobody has proven what was typed (POR-10). */
export const ReporterFact = ({ one: { contact, reporter, reporterName } }: { one: Case }) => {
  const { t } = useTranslation('cases');
  if (contact && !reporter) return null;
  return (
    <Fact label={t('reporter.title')}>
      <div>{reporter?.name ?? reporterName ?? t('unknownReporter')}</div>
      {reporter ? <Details reporter={reporter} /> : null}
    </Fact>
  );
};

const Details = ({ reporter: { name, email, phone } }: { reporter: NonNullable<Case['reporter']> }) => {
  const { t } = useTranslation('cases');
  const format = useFormat();
  if (!name && !email && !phone) return null;
  return (
    <>
      {email ? (
        <Anchor href={`mailto:${email}`} display="block">
          {email}
        </Anchor>
      ) : null}
      {phone ? (
        <Anchor href={`tel:${phone}`} display="block">
          {format.phone(phone)}
        </Anchor>
      ) : null}
      <Text size="sm" c="dimmed">
        {t('reporter.notProven')}
      </Text>
    </>
  );
};
