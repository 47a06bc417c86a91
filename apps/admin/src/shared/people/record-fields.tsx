import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

interface RecordValues {
  externalId: string;
  notes: string;
}

interface RecordFieldsProps<Values extends RecordValues> {
  form: UseFormReturnType<Values>;
  nameOf: (key: keyof RecordValues) => string;
}

const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** How other systems call it, and what staff write down about it. */
export const RecordFields = <Values extends RecordValues>({ nameOf, ...props }: RecordFieldsProps<Values>) => {
  const { t } = useTranslation('contacts');
  const form = props.form as unknown as UseFormReturnType<RecordValues>;
  return (
    <>
      <TextInput
        label={nameOf('externalId')}
        description={t('field.externalIdHelp')}
        inputWrapperOrder={BELOW}
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('externalId')}
      />
      <Textarea
        label={nameOf('notes')}
        description={t('field.notesHelp')}
        inputWrapperOrder={BELOW}
        autosize
        minRows={3}
        maxLength={5000}
        {...form.getInputProps('notes')}
      />
    </>
  );
};
