import { Divider, SegmentedControl, Stack, Text, Title, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header';
import { PasswordForm } from '../password-form';
import { ProfileForm } from '../profile-form';
import { SecondStepSection } from '../second-factor/second-step-section';

export const ProfilePage = () => {
  const { t } = useTranslation('session');
  return (
    <>
      <PageHeader title={t('profile.title')} />
      <Stack gap="lg" maw={480}>
        <ProfileForm />
        <Divider />
        <ThemeChoice />
        <Divider />
        <PasswordForm />
        <Divider />
        <SecondStepSection />
      </Stack>
    </>
  );
};

const ThemeChoice = () => {
  const { t } = useTranslation('session');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap="xs">
      <Title order={2}>{t('common:person.theme')}</Title>
      <Text size="sm" c="dimmed">
        {t('profile.themeText')}
      </Text>
      <SegmentedControl
        aria-label={t('common:person.theme')}
        value={colorScheme}
        onChange={setColorScheme}
        data={[
          { value: 'light', label: t('common:person.light') },
          { value: 'dark', label: t('common:person.dark') },
          { value: 'auto', label: t('common:person.auto') },
        ]}
      />
    </Stack>
  );
};
