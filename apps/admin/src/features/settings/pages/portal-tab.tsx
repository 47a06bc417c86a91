import { Anchor, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { type AddressValue, PortalAddressesField } from '../portal-addresses-field';
import type { Settings } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';

const RIGHTS = [
  'case:read_own',
  'case:read_company',
  'case:create',
  'case:reply',
  'case:close',
  'deployment:read',
  'password:change',
  'profile:edit',
  'colleague:manage',
] as const;

interface PortalValues extends Record<string, unknown> {
  origin: string;
  addresses: AddressValue[];
  rights: string[];
}

const read = ({ portal }: Settings): PortalValues => ({
  origin: portal.origin,
  addresses: portal.addresses.map((one) => ({ ...one })),
  rights: [...portal.rights],
});

const write = ({ origin, addresses, rights }: PortalValues) => ({
  portal: {
    origin: origin.trim(),
    addresses: addresses.map(({ id, name, origin: at }) => ({
      ...(id ? { id } : {}),
      name: name.trim(),
      origin: at.trim(),
    })),
    rights: RIGHTS.filter((right) => rights.includes(right)),
  },
});

export const PortalTab = () => {
  const { t } = useTranslation('settings');
  const settings = useLoadedSettings();
  const state = useSettingsForm(settings, {
    read,
    write,
    prefix: '/portal',
    done: ({ effectivePortalOrigin }) => t('portal.done', { origin: effectivePortalOrigin }),
  });
  const { form } = state;
  const addresses = form.getInputProps('addresses') as {
    value: AddressValue[];
    onChange: (value: AddressValue[]) => void;
  };
  const rights = form.getInputProps('rights') as { value: string[]; onChange: (rights: string[]) => void };
  return (
    <SettingsForm
      state={state}
      labels={{ origin: t('portal.origin'), addresses: t('portal.addresses'), rights: t('portal.rights') }}
    >
      <TextInput
        label={t('portal.origin')}
        description={t('portal.originHint')}
        type="url"
        inputMode="url"
        maxLength={200}
        placeholder={settings.effectivePortalOrigin}
        {...form.getInputProps('origin')}
      />
      <Text size="sm" c="dimmed">
        {t('portal.now')} <Anchor href={settings.effectivePortalOrigin}>{settings.effectivePortalOrigin}</Anchor>
      </Text>
      <PortalAddressesField value={addresses.value} onChange={addresses.onChange} errors={form.errors} />
      <Checkbox.Group label={t('portal.rights')} description={t('portal.rightsHint')} {...rights}>
        <Stack gap="xs" mt="xs">
          {RIGHTS.map((right) => (
            <Checkbox key={right} value={right} label={t(`right.${right.replace(':', '_')}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Anchor component={Link} to="/rights" size="sm">
        {t('portal.profiles')}
      </Anchor>
    </SettingsForm>
  );
};
