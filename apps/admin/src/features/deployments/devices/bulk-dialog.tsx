import { Checkbox, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import type { DeviceRow } from '@latchkey/api-client';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useDeploymentAct } from '../deployments.api';
import { saveDevices } from '../devices.api';
import { hasChanges, NO_CHANGE, toChanges, type BulkValues } from './bulk-changes';
import { ModelField } from './model-field';
import { useBulkOutcome } from './use-bulk-outcome';

export interface BulkDialogProps {
  devices: readonly DeviceRow[];
  onDone: () => void;
  onClose: () => void;
}

/** Only what is filled in here is changed, on all of them alike. */
export const BulkDialog = ({ devices, onDone, onClose }: BulkDialogProps) => {
  const { t } = useTranslation('devices');
  const act = useDeploymentAct();
  const tell = useBulkOutcome();
  const [values, setValues] = useState<BulkValues>(NO_CHANGE);
  const put = (part: Partial<BulkValues>): void => setValues({ ...values, ...part });
  const save = async (): Promise<void> => {
    const ids = devices.map(({ id }) => id);
    tell(await act(() => saveDevices({ ids, set: toChanges(values) })));
    onDone();
  };
  const tags = [...new Set(devices.flatMap((device) => device.tags))].toSorted();
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={save}
      title={t('bulk.title', { count: devices.length })}
      confirmLabel={t('bulk.go', { count: devices.length })}
      isBlocked={!hasChanges(values)}
    >
      <Stack gap="md">
        <Text c="dimmed">{t('bulk.text')}</Text>
        <Switched
          label={t('bulk.model')}
          isOn={values.model !== null}
          onSwitch={(on) => put({ model: on ? '' : null })}
        >
          <ModelField
            label={t('field.model')}
            description={t('bulk.emptyClears')}
            value={values.model ?? ''}
            onChange={(model) => put({ model })}
          />
        </Switched>
        <Switched
          label={t('bulk.position')}
          isOn={values.position !== null}
          onSwitch={(on) => put({ position: on ? '' : null })}
        >
          <TextInput
            label={t('field.position')}
            description={t('bulk.emptyClears')}
            maxLength={200}
            value={values.position ?? ''}
            onChange={(event) => put({ position: event.currentTarget.value })}
          />
        </Switched>
        <TagsInput
          label={t('bulk.addTags')}
          data={tags}
          maxTags={20}
          acceptValueOnBlur
          value={values.addTags}
          onChange={(addTags) => put({ addTags })}
        />
        <TagsInput
          label={t('bulk.removeTags')}
          data={tags}
          maxTags={20}
          acceptValueOnBlur
          value={values.removeTags}
          onChange={(removeTags) => put({ removeTags })}
        />
        <Select
          label={t('field.status')}
          data={[
            { value: '', label: t('bulk.leave') },
            { value: 'active', label: t('status.active') },
            { value: 'retired', label: t('status.retired') },
          ]}
          allowDeselect={false}
          value={values.status}
          onChange={(status) => put({ status: (status ?? '') as BulkValues['status'] })}
        />
      </Stack>
    </ConfirmDialog>
  );
};

interface SwitchedProps {
  label: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  children: ReactNode;
}

/** An empty field may mean "leave alone" or "clear": the switch says which. */
const Switched = ({ label, isOn, onSwitch, children }: SwitchedProps) => (
  <Stack gap={6}>
    <Checkbox label={label} checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
    {isOn ? children : null}
  </Stack>
);
