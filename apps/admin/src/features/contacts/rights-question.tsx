import { Anchor, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Contact } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useLiveRefresh } from '../../app/live';
import { nameOf } from '../../shared/people/contact-words';
import { ChoiceBar } from '../../ui/choice-bar';
import { FailedState } from '../../ui/failed-state';
import { StateBadge } from '../../ui/state-badge';
import { type AskedAbout, askableOptions, type RightsCheckOf, rightsCheckOptions } from './rights-question.api';

const KINDS = ['case', 'device'] as const;
const EVENTS = ['contact.changed', 'customer.changed', 'case.changed'];
const ANSWERS = ['checkContactRights'];

interface RightsQuestionProps {
  contact: Contact;
}

/** "Can Eva see case 1023?": yes or no, and what decides (S3.10). */
export const RightsQuestion = ({ contact }: RightsQuestionProps) => {
  const { t } = useTranslation('rights');
  const [about, setAbout] = useState<AskedAbout>('case');
  const [asked, setAsked] = useState<string | null>(null);
  const name = nameOf(contact, t);
  useLiveRefresh(EVENTS, ANSWERS);
  return (
    <Paper withBorder p="md" w="100%" maw={900} component="section" aria-labelledby="rights-question">
      <Stack gap="xs">
        <Text component="h2" id="rights-question" fw={600}>
          {t('question.title', { name })}
        </Text>
        <ChoiceBar
          label={t('question.title', { name })}
          value={about}
          onChange={(kind) => {
            setAbout(kind);
            setAsked(null);
          }}
          options={KINDS.map((value) => ({ value, label: t(`question.about.${value}`) }))}
        />
        <ThingSelect key={about} about={about} value={asked} onChange={setAsked} />
        {asked === null ? null : <Answer contact={contact} about={about} asked={asked} />}
      </Stack>
    </Paper>
  );
};

interface ThingSelectProps {
  about: AskedAbout;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** Finds the case or the device as it is typed. */
const ThingSelect = ({ about, value, onChange }: ThingSelectProps) => {
  const { t } = useTranslation('rights');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery(askableOptions(about, settled === chosen?.label ? '' : settled));
  const rows = found.data ?? [];
  return (
    <Select
      label={t(`question.${about}.label`)}
      placeholder={t(`question.${about}.search`)}
      data={chosen && !rows.some((row) => row.value === chosen.value) ? [chosen, ...rows] : rows}
      value={value}
      onChange={(id) => {
        setChosen(rows.find((row) => row.value === id) ?? null);
        onChange(id);
      }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('question.clear') }}
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? t('common:loading') : t('question.nothing')}
      error={found.isError ? t('question.failed') : undefined}
    />
  );
};

const Answer = ({ contact, about, asked }: RightsQuestionProps & { about: AskedAbout; asked: string }) => {
  const { t } = useTranslation('rights');
  const { data: check, error, refetch } = useQuery(rightsCheckOptions(contact.id, about, asked));
  if (error) return <FailedState error={error} onRetry={() => void refetch()} isCompact />;
  if (!check) return <Text c="dimmed">{t('common:loading')}</Text>;
  return (
    <Group gap="xs" component="output" aria-live="polite">
      <StateBadge tone={check.allowed ? 'good' : 'bad'} isFinal>
        {t(check.allowed ? 'matrix.yes' : 'matrix.no')}
      </StateBadge>
      <Text>
        <Why check={check} name={nameOf(contact, t)} />
      </Text>
    </Group>
  );
};

const Why = ({ check, name }: { check: RightsCheckOf; name: string }) => {
  const { t } = useTranslation('rights');
  const customer = check.customer.name;
  return (
    <>
      {t(`question.why.${check.reason}`, { name, customer })}{' '}
      {check.otherContactId ? (
        <Anchor component={Link} to={`/contacts/${check.otherContactId}/rights`}>
          {t('question.there', { customer })}
        </Anchor>
      ) : null}
    </>
  );
};
