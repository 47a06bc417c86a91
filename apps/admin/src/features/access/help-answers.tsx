import { Stack, Text, Title } from '@mantine/core';
import type { HelpAnswers as Answers } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { Fact, Facts } from '../../ui/facts';
import { FailedState } from '../../ui/failed-state';
import { useHelpAnswers } from './access.api';

/** What people answered to "Did this answer your question?", by the page they read (S4.13). Nothing while nobody did. */
export const HelpAnswers = () => {
  const { data, error, refetch } = useHelpAnswers();
  if (data) return data.places.length > 0 ? <Shown answers={data} /> : null;
  return error ? <FailedState error={error} onRetry={() => void refetch()} /> : null;
};

const Shown = ({ answers: { days, places, missed } }: { answers: Answers }) => {
  const { t } = useTranslation('access');
  const format = useFormat();
  return (
    <Stack component="section" mt="xl" gap="sm" maw={720}>
      <Title order={2}>{t('helped.title')}</Title>
      <Text c="dimmed">{t('helped.intro', { days })}</Text>
      <Facts label={t('helped.title')} columnWidth={200}>
        {places.map(({ place, yes, no }) => (
          <Fact key={place} label={t(`helped.place.${place}`)}>
            {t('helped.counts', { yes: format.number(yes), no: format.number(no) })}
          </Fact>
        ))}
      </Facts>
      {missed.length > 0 ? <Title order={3}>{t('helped.missed')}</Title> : null}
      {missed.map(({ id, place, day, words }) => (
        <div key={id}>
          <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{words}</Text>
          <Text size="sm" c="dimmed">
            {t(`helped.place.${place}`)} · {format.date(`${day}T12:00`)}
          </Text>
        </div>
      ))}
    </Stack>
  );
};
