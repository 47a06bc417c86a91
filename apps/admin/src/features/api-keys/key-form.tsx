import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CreateApiKey, CreatedApiKey } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../app/reauthentication';
import { FormProblems, useFormProblems } from '../../ui/form-problems';
import { createKey, useKeyAct } from './api-keys.api';
import { atFields, parseAddresses } from './key-words';
import { ScopeChoice } from './scope-choice';

const LIVES = [7, 30, 90, 180, 365] as const;

interface KeyFormProps {
  onCreated: (created: CreatedApiKey) => void;
  onCancel: () => void;
}

export const KeyForm = ({ onCreated, onCancel }: KeyFormProps) => {
  const { t } = useTranslation('api-keys');
  const act = useKeyAct();
  const proof = useReauthentication();
  const [isBusy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { name: '', scopes: [] as string[], expiresInDays: '90', allowedAddresses: '' },
    validate: { scopes: (scopes) => (scopes.length === 0 ? t('scopesNeeded') : null) },
  });
  const { show, problems } = useFormProblems(form);

  const save = async ({ name, scopes, expiresInDays, allowedAddresses }: typeof form.values): Promise<void> => {
    const body: CreateApiKey = {
      name,
      scopes: scopes as CreateApiKey['scopes'],
      expiresInDays: Number(expiresInDays),
      allowedAddresses: parseAddresses(allowedAddresses),
    };
    setBusy(true);
    try {
      onCreated(await act(() => proof.run(() => createKey(body))));
    } catch (error) {
      if (!(error instanceof NotProven)) show(atFields(error));
      setBusy(false);
    }
  };

  return (
    <>
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack gap="md">
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            required
            maxLength={100}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <ScopeChoice {...scopeProps(form.getInputProps('scopes'))} />
          <NativeSelect
            label={t('life')}
            description={t('lifeHint')}
            data={LIVES.map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
            {...form.getInputProps('expiresInDays')}
          />
          <Textarea
            label={t('addresses')}
            description={t('addressesHint')}
            autosize
            minRows={2}
            spellCheck={false}
            {...form.getInputProps('allowedAddresses')}
          />
          <FormProblems
            problems={problems}
            labels={{ name: t('name'), scopes: t('scopes'), allowedAddresses: t('addresses') }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onCancel}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('new.go')}
            </Button>
          </Group>
        </Stack>
      </form>
      {proof.dialog}
    </>
  );
};

interface ScopeProps {
  value: string[];
  onChange: (scopes: string[]) => void;
  error?: string;
}

/** @mantine/form does not know of what kind a field's value is. */
const scopeProps = (props: { value?: unknown; onChange: unknown; error?: unknown }): ScopeProps => props as ScopeProps;
