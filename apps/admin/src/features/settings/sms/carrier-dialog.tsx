import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useProtectedAct } from '../../../shared/secrets/use-protected-act';
import { FailedState } from '../../../ui/failed-state';
import { useToasts } from '../../../ui/toasts';
import { saveCarrier, useCarrierAct, type Carrier } from './sms.api';

const FORMATS = ['national', 'national_zero', 'international'] as const;

interface CarrierDialogProps {
  /** Null: a new one. */
  carrier: Carrier | null;
  onClose: () => void;
}

/** A carrier, or a paid service that takes e-mail for a number. */
export const CarrierDialog = ({ carrier, onClose }: CarrierDialogProps) => {
  const { t } = useTranslation('settings');
  const act = useCarrierAct();
  const toast = useToasts();
  const form = useForm({
    initialValues: {
      name: carrier?.name ?? '',
      domain: carrier?.domain ?? '',
      numberFormat: carrier?.numberFormat ?? 'international',
      endsOn: carrier?.endsOn ?? '',
    },
  });
  const saving = useProtectedAct(
    (values: typeof form.values) =>
      act(() => saveCarrier(carrier, { ...values, country: carrier?.country ?? null, endsOn: values.endsOn || null })),
    () => {
      toast.done(t('carrier.saved', { name: form.values.name }));
      onClose();
    },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(carrier ? 'carrier.edit' : 'carrier.add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={form.onSubmit((values) => void saving.start(values))}>
        <Stack gap="md">
          <TextInput label={t('carrier.name')} required maxLength={100} {...form.getInputProps('name')} />
          <TextInput
            label={t('carrier.domain')}
            description={t('carrier.domainHint')}
            required
            maxLength={253}
            spellCheck={false}
            placeholder="sms.example.com"
            {...form.getInputProps('domain')}
          />
          <NativeSelect
            label={t('carrier.numberFormat')}
            data={FORMATS.map((value) => ({
              value,
              label: `${t(`carrier.format.${value}`)}: ${t(`carrier.example.${value}`)}`,
            }))}
            {...form.getInputProps('numberFormat')}
          />
          <TextInput
            label={t('carrier.endsOn')}
            description={t('carrier.endsOnHint')}
            type="date"
            {...form.getInputProps('endsOn')}
          />
          {saving.error === null ? null : <FailedState error={saving.error} isCompact />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={saving.isBusy}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {saving.dialog}
    </Modal>
  );
};
