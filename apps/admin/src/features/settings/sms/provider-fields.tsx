import { Code, NativeSelect, PasswordInput, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SettingsFormState } from '../use-settings-form';
import { PROVIDERS, type SmsValues } from './sms-values';
import { useCarriers } from './sms.api';

interface FieldsProps {
  state: SettingsFormState<SmsValues>;
  secretIsSet: boolean;
  /** Without a provider the Outbox takes them: in demo and development. */
  isTest: boolean;
}

/** How SMS leave the house, and what that way needs. */
export const ProviderFields = ({ state, secretIsSet, isTest }: FieldsProps) => {
  const { t } = useTranslation('settings');
  const { form } = state;
  const { provider } = form.values;
  return (
    <>
      <Radio.Group label={t('sms.provider')} {...form.getInputProps('provider')}>
        <Stack gap="sm" mt="xs">
          {PROVIDERS.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`sms.by.${one}`)}
              description={t(`sms.byHint.${isTest && one === 'none' ? 'outbox' : one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {provider === 'gateway' ? <GatewayFields state={state} /> : null}
      {provider === 'twilio' ? (
        <TextInput
          label={t('sms.twilioAccount')}
          placeholder="AC…"
          autoComplete="off"
          spellCheck={false}
          maxLength={34}
          {...form.getInputProps('twilioAccount')}
        />
      ) : null}
      {provider === 'http' ? <HttpFields state={state} /> : null}
      {provider === 'http' || provider === 'twilio' ? (
        <>
          <PasswordInput
            label={t(provider === 'twilio' ? 'sms.twilioSecret' : 'sms.secret')}
            description={t(secretIsSet ? 'sms.secretIsSet' : 'sms.secretNone')}
            maxLength={500}
            autoComplete="new-password"
            {...form.getInputProps('secret')}
          />
          <TextInput
            label={t('sms.sender')}
            description={t(provider === 'twilio' ? 'sms.senderTwilio' : 'sms.senderHttp', { from: '{{from}}' })}
            maxLength={40}
            {...form.getInputProps('sender')}
          />
        </>
      ) : null}
    </>
  );
};

const GatewayFields = ({ state: { form } }: Pick<FieldsProps, 'state'>) => {
  const { t } = useTranslation('settings');
  const carriers = useCarriers().data?.items ?? [];
  const usable = carriers.filter(({ status, id }) => status !== 'ended' || id === form.values.gatewayCarrierId);
  return (
    <Select
      label={t('sms.gatewayCarrierId')}
      description={t('sms.gatewayCarrierIdHint')}
      data={[{ value: '', label: t('sms.noCarrier') }, ...usable.map(({ id, name }) => ({ value: id, label: name }))]}
      allowDeselect={false}
      {...form.getInputProps('gatewayCarrierId')}
    />
  );
};

const HttpFields = ({ state: { form } }: Pick<FieldsProps, 'state'>) => {
  const { t } = useTranslation('settings');
  const hasBody = form.values.httpMethod !== 'GET';
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('sms.httpHint')} <Code>{'{{to}} {{to_digits}} {{text}} {{id}} {{from}} {{secret}}'}</Code>
      </Text>
      <TextInput
        label={t('sms.httpUrl')}
        placeholder="https://"
        maxLength={500}
        spellCheck={false}
        {...form.getInputProps('httpUrl')}
      />
      <NativeSelect label={t('sms.httpMethod')} data={['POST', 'PUT', 'GET']} {...form.getInputProps('httpMethod')} />
      <Textarea
        label={t('sms.httpHeaders')}
        description={t('sms.httpHeadersHint')}
        autosize
        minRows={2}
        maxLength={2000}
        spellCheck={false}
        {...form.getInputProps('httpHeaders')}
      />
      {hasBody ? (
        <Textarea
          label={t('sms.httpBody')}
          autosize
          minRows={2}
          maxLength={4000}
          spellCheck={false}
          {...form.getInputProps('httpBody')}
        />
      ) : null}
    </>
  );
};
