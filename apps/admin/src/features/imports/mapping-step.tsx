import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Import } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../../ui/toasts';
import { fieldsOf, samplesOf, SUBJECTS, withColumn, type ImportField } from './import-words';
import { useImportActs } from './imports.api';
import classes from './imports.module.css';
import { SecretsNote } from './upload-box';

interface MappingStepProps {
  file: Import;
  /** Back to the verdicts, when there are any. */
  onCancel?: () => void;
  onDone?: () => void;
}

/** Which column is what; the server's guess is filled in. */
export const MappingStep = ({ file, onCancel, onDone }: MappingStepProps) => {
  const { t } = useTranslation('imports');
  const { failed } = useToasts();
  const { check } = useImportActs(file.id);
  const [mapping, setMapping] = useState(file.mapping);
  const [isBusy, setBusy] = useState(false);
  const chosen = Object.keys(mapping).length;

  const start = async (): Promise<void> => {
    setBusy(true);
    try {
      await check(mapping);
      onDone?.();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack gap="md">
      <div>
        <Text component="h2" fw={600} size="lg">
          {t('mapping.title')}
        </Text>
        <Text c="dimmed" maw={720}>
          {t('mapping.text')}
        </Text>
      </div>
      <ul className={classes.columns} aria-label={t('mapping.title')}>
        {file.header.map((name, column) => (
          <ColumnLine
            key={column}
            file={file}
            place={{ column, name: name.trim() || t('mapping.unnamed', { number: column + 1 }) }}
            field={mapping[column]}
            onChoose={(field) => setMapping(withColumn(mapping, column, field))}
          />
        ))}
      </ul>
      <SecretsNote />
      <Group gap="xs">
        <Button onClick={() => void start()} loading={isBusy} disabled={chosen === 0}>
          {t('mapping.check')}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        ) : null}
        <Text size="sm" c="dimmed">
          {chosen === 0 ? t('mapping.needOne') : t('mapping.nothingWritten')}
        </Text>
      </Group>
    </Stack>
  );
};

interface ColumnLineProps {
  file: Import;
  place: { column: number; name: string };
  field: ImportField | undefined;
  onChoose: (field: ImportField | null) => void;
}

const ColumnLine = ({ file, place: { column, name }, field, onChoose }: ColumnLineProps) => {
  const { t } = useTranslation('imports');
  const isSecret = file.secretColumns.includes(column);
  const samples = samplesOf(file, column);
  const options = (fields: readonly ImportField[]) => fields.map((one) => ({ value: one, label: t(`field.${one}`) }));
  return (
    <li className={classes.column} data-unused={field === undefined || isSecret || undefined}>
      <div className={classes.columnName}>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed" className={classes.samples}>
          {isSecret ? '••••••' : samples.length > 0 ? samples.join(' · ') : t('mapping.noSamples')}
        </Text>
      </div>
      {isSecret ? (
        <Group gap={6} wrap="nowrap" c="dimmed">
          <IconLock size={16} aria-hidden />
          <Text>{t('mapping.secret')}</Text>
        </Group>
      ) : (
        <NativeSelect
          aria-label={t('mapping.columnIs', { column: name })}
          value={field ?? ''}
          onChange={(event) => onChoose((event.currentTarget.value || null) as ImportField | null)}
          data={[
            { value: '', label: t('mapping.leaveOut') },
            ...SUBJECTS.map((whom) => ({
              group: t(`mapping.of.${whom}`),
              items: options(fieldsOf(file, whom)),
            })).filter(({ items }) => items.length > 0),
          ]}
        />
      )}
    </li>
  );
};
