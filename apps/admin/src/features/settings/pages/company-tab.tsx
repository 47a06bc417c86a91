import { Divider, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ColourField } from '../colour-field';
import { CompanyPreview } from '../company-preview';
import { LogoField } from '../logo-field';
import type { Settings } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';
import classes from '../settings.module.css';

interface CompanyValues extends Record<string, unknown> {
  name: string;
  color: string;
  contact: Settings['company']['contact'];
}

const read = ({ company }: Settings): CompanyValues => ({ ...company, contact: { ...company.contact } });

export const CompanyTab = () => {
  const { t } = useTranslation('settings');
  const settings = useLoadedSettings();
  const state = useSettingsForm(settings, {
    read,
    write: ({ color, ...rest }) => ({ company: { ...rest, color: color.toLowerCase() } }),
    prefix: '/company',
    done: () => t('company.done'),
  });
  const { form } = state;
  const labels = {
    name: t('company.name'),
    color: t('company.colour'),
    contact: t('company.contact'),
    'contact.phone': t('company.phone'),
    'contact.email': t('company.email'),
    'contact.text': t('company.text'),
  };
  return (
    <div className={classes.beside}>
      <Stack gap="lg">
        <LogoField settings={settings} />
        <Divider maw={560} />
        <SettingsForm state={state} labels={labels}>
          <TextInput label={labels.name} required maxLength={100} {...form.getInputProps('name')} />
          <ColourField label={labels.color} {...form.getInputProps('color')} />
          <TextInput
            label={labels['contact.phone']}
            description={t('company.contactHint')}
            type="tel"
            maxLength={40}
            {...form.getInputProps('contact.phone')}
          />
          <TextInput
            label={labels['contact.email']}
            type="email"
            maxLength={254}
            {...form.getInputProps('contact.email')}
          />
          <Textarea
            label={labels['contact.text']}
            description={t('company.textHint')}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('contact.text')}
          />
        </SettingsForm>
      </Stack>
      <CompanyPreview
        name={form.values.name}
        colour={form.values.color}
        phone={form.values.contact.phone}
        logo={settings.hasLogo ? logoAddress(settings) : null}
      />
    </div>
  );
};

/** A new address after each change, so that the new picture shows at once. */
const logoAddress = ({ version }: Settings): string => `/api/v1/portal/logo?v=${version}`;
