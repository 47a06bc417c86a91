import { Text } from '@mantine/core';
import type { AccessRequest } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { TimeAgo } from '../../ui/time-ago';

/** Which customer was asked about this person, and what was said there (C10). */
export const AskedCustomer = ({ request: { asked, doneAt } }: { request: AccessRequest }) => {
  const { t } = useTranslation('access');
  if (!asked || (doneAt !== null && asked.answer === null)) return null;
  const { customerName: customer, byName, at, answer, answeredByName, answeredAt } = asked;
  if (answer)
    return (
      <Text>
        {t(`requests.ask.${answer}`, { customer, name: answeredByName ?? t('requests.ask.somebody') })}{' '}
        <Text span c="dimmed" inherit>
          <TimeAgo at={answeredAt ?? at} />
        </Text>
      </Text>
    );
  return (
    <Text>
      {t('requests.ask.waiting', { customer })}{' '}
      <Text span c="dimmed" inherit>
        {byName ? t('requests.ask.byStaff', { name: byName }) : t('requests.ask.byAddress')}
      </Text>
    </Text>
  );
};
