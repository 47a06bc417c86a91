import { Button, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router-dom';
import { FailedState } from '../../../ui/failed-state';
import { PageHeader } from '../../../ui/page-header';
import { UrlTabs } from '../../../ui/url-tabs';
import { useSettings } from '../settings.api';

const TABS = [
  ['', 'company'],
  ['language', 'locale'],
  ['portal', 'portal'],
  ['sign-in', 'signIn'],
  ['invitations', 'invitations'],
  ['password-reset', 'passwordReset'],
  ['mail', 'mail'],
  ['returned-mail', 'returned'],
  ['sms', 'sms'],
  ['messages', 'messages'],
  ['privacy', 'privacy'],
] as const;

export const SettingsPage = () => {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useSettings();
  return (
    <>
      <PageHeader
        title={t('title')}
        secondary={
          <Button component="a" href="/docs" variant="default">
            {t('reference')}
          </Button>
        }
      />
      <UrlTabs label={t('title')} base="/settings" tabs={TABS.map(([to, name]) => ({ to, label: t(`tab.${name}`) }))} />
      {data ? <Outlet context={data} /> : null}
      {error && !data ? <FailedState error={error} onRetry={() => void refetch()} /> : null}
      {!error && !data ? <SettingsSkeleton /> : null}
    </>
  );
};

const SettingsSkeleton = () => (
  <Stack maw={560} aria-busy>
    {[1, 2, 3].map((row) => (
      <Skeleton key={row} height={56} />
    ))}
  </Stack>
);
