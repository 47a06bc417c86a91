import { Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../i18n/catalogues';
import { chooseLanguage, languageName } from '../../i18n/i18n';
import { usePublicCompany } from './session.api';
import classes from './front-page.module.css';

/** Frame of the pages before anybody is signed in: whose it is, one card, the language. */
export const FrontPage = ({ title, children }: { title: string; children: ReactNode }) => {
  const { t, i18n } = useTranslation('session');
  const company = usePublicCompany();
  const app = t('common:app');
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);

  return (
    <main className={classes.page}>
      <Stack gap="lg" className={classes.column}>
        <Group gap="sm" mih={40} wrap="nowrap">
          {company?.hasLogo ? <img src="/api/v1/portal/logo" alt="" className={classes.logo} /> : null}
          <Text fw={600} size="lg" className={classes.name}>
            {company?.name ?? ''}
          </Text>
        </Group>
        <Paper withBorder radius="lg" p="lg" className={classes.card}>
          <Stack gap="md">
            <Title order={1}>{title}</Title>
            {children}
          </Stack>
        </Paper>
        {company?.demo ? (
          <Text size="sm" c="dimmed">
            {t('demo')}{' '}
            <a href="/outbox" className={classes.link}>
              {t('demoOutbox')}
            </a>
          </Text>
        ) : null}
        <NativeSelect
          aria-label={t('language')}
          size="xs"
          w={160}
          value={i18n.language}
          onChange={(event) => void chooseLanguage(event.currentTarget.value)}
          data={LANGUAGES.map((language) => ({ value: language, label: languageName(language) }))}
        />
      </Stack>
    </main>
  );
};
