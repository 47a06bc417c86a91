import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/now';
import { useFormat } from '../../lib/use-format';
import { StateBadge } from '../../ui/state-badge';
import { labelWords, type LabelLife } from './label-words';

export const LabelState = ({ label }: { label: LabelLife }) => {
  const { t } = useTranslation('labels');
  const { date } = useFormat();
  const { word, tone, isLate } = labelWords(label, useNow());
  const until = label.graceUntil ? date(label.graceUntil) : '';
  return (
    <>
      <StateBadge tone={tone} isFinal>
        {t(`state.${word}`, { until })}
      </StateBadge>
      {isLate ? (
        <Text component="span" size="sm" c="var(--lk-wait-ink)" ms={6}>
          {t('state.late')}
        </Text>
      ) : null}
    </>
  );
};
