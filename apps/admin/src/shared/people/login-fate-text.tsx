import { Text } from '@mantine/core';
import type { LoginFate } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';

/** What becomes of one login: it ends with its secrets, or stays because of another company. */
export const LoginFateText = ({ fate }: { fate: LoginFate }) => {
  const { t } = useTranslation('contacts');
  const { phone } = useFormat();
  const who = fate.loginIds.map(phone).join(', ') || fate.name || t('nameless');
  const companies = fate.alsoAt.map((company) => company.customerName).join(', ');
  if (companies) return <Text>{t('fate.stays', { who, companies })}</Text>;
  return <Text>{t(fate.hasSecret ? 'fate.endsWithSecret' : 'fate.ends', { who })}</Text>;
};
