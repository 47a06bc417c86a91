import { SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { EditForm, type EditFormActs } from '../../../shared/people/edit-form';
import { RecordFields } from '../../../shared/people/record-fields';
import type { DeviceValues } from './device-values';
import { ModelField } from './model-field';

const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
const MOST_TAGS = 20;

export const DeviceForm = (acts: EditFormActs<DeviceValues>) => {
  const { t } = useTranslation('devices');
  return (
    <EditForm {...acts} nameOfField={(key) => t(`field.${key}`)}>
      {(form) => <DeviceFields form={form} />}
    </EditForm>
  );
};

const DeviceFields = ({ form }: { form: UseFormReturnType<DeviceValues> }) => {
  const { t } = useTranslation('devices');
  const plain = { autoComplete: 'off', maxLength: 200, inputWrapperOrder: BELOW } as const;
  return (
    <>
      <TextInput
        {...plain}
        label={t('field.name')}
        description={t('field.nameHelp')}
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ModelField
          label={t('field.model')}
          error={form.errors['model']}
          value={form.values.model}
          onChange={(model) => form.setFieldValue('model', model)}
        />
        <TextInput {...plain} label={t('field.serial')} {...form.getInputProps('serial')} />
      </SimpleGrid>
      <TextInput
        {...plain}
        label={t('field.position')}
        description={t('field.positionHelp')}
        {...form.getInputProps('position')}
      />
      <TagsInput
        label={t('field.tags')}
        description={t('field.tagsHelp')}
        inputWrapperOrder={BELOW}
        maxTags={MOST_TAGS}
        acceptValueOnBlur
        {...form.getInputProps('tags')}
      />
      <RecordFields form={form} nameOf={(key) => t(`field.${key}`)} />
    </>
  );
};
