import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconHelpCircle, IconMailX, IconMessageOff, IconMessageQuestion } from '@tabler/icons-react';
import type { Dashboard } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatPhone } from '@latchkey/api-client/phone';
import { TimeAgo } from '../../ui/time-ago';
import { addressOf } from './numbers';
import classes from './home.module.css';

type Need = Dashboard['needsYou'][number];

const ICONS = {
  failed_message: IconMailX,
  access_request: IconHelpCircle,
  unassigned_case: IconMessageQuestion,
  sms_stopped: IconMessageOff,
} as const;

export const NeedsYou = ({ needs }: { needs: readonly Need[] | undefined }) => {
  const { t } = useTranslation('home');
  return (
    <Stack gap="xs" component="section" aria-label={t('needsYou')}>
      <Title order={2}>{t('needsYou')}</Title>
      {needs ? <Needs needs={needs} /> : <Skeleton height={132} radius="md" />}
    </Stack>
  );
};

const Needs = ({ needs }: { needs: readonly Need[] }) => {
  const { t } = useTranslation('home');
  if (needs.length === 0) return <Text c="dimmed">{t('nothingNeedsYou')}</Text>;
  return (
    <ul className={classes.list}>
      {needs.map((need) => (
        <li key={need.id} className={classes.entry}>
          <NeedLink need={need} />
        </li>
      ))}
    </ul>
  );
};

/** Of a stop the API names the country by its code, of an SMS that failed the number. */
const titleOf = ({ kind, title }: Need, language: string): string => {
  if (kind === 'sms_stopped') return new Intl.DisplayNames([language], { type: 'region' }).of(title) ?? title;
  return kind === 'failed_message' ? formatPhone(title) : title;
};

const NeedLink = ({ need }: { need: Need }) => {
  const { t, i18n } = useTranslation('home');
  const Icon = ICONS[need.kind];
  return (
    <Link to={addressOf(need)} className={classes.entryLink}>
      <span className={classes.entryKind}>
        <Icon size={16} aria-hidden />
        {t(`need.${need.kind}`)}
      </span>
      <span className={classes.entryTitle}>
        {titleOf(need, i18n.language)}
        {need.customerName ? (
          <Text span inherit c="dimmed">
            {' '}
            · {need.customerName}
          </Text>
        ) : null}
      </span>
      <Text span size="sm" c="dimmed">
        <TimeAgo at={need.at} />
      </Text>
    </Link>
  );
};
