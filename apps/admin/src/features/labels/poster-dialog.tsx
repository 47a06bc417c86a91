import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import type { PrintPoster } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { LANGUAGES } from '../../i18n/catalogues';
import { languageWord } from '../../shared/people/languages';
import { useProtectedAct } from '../../shared/secrets/use-protected-act';
import { FailedState } from '../../ui/failed-state';
import { download, fileName } from '../../lib/download';
import { fetchPoster } from './labels.api';

interface PosterDialogProps {
  deployment: { id: string; name: string };
  onClose: () => void;
}

const SIZES = ['A4', 'Letter'] as const;

/** A page for the wall with the steps; with the PIN it needs the password again (D4.8). */
export const PosterDialog = ({ deployment, onClose }: PosterDialogProps) => {
  const { t, i18n } = useTranslation('labels');
  const mayReveal = useCan()('deployment_pin:reveal');
  const [language, setLanguage] = useState(i18n.language);
  const [pageSize, setPageSize] = useState<(typeof SIZES)[number]>('A4');
  const [withPin, setWithPin] = useState(false);
  const { start, isBusy, error, dialog } = useProtectedAct(
    (body: PrintPoster) => fetchPoster(deployment.id, body),
    (file) => {
      download(file, `${fileName(deployment.name)}.pdf`);
      onClose();
    },
  );
  const print = (): Promise<void> =>
    start({ language: language as PrintPoster['language'], pageSize, withPin: withPin && mayReveal });
  return (
    <Modal opened onClose={onClose} title={t('poster.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack gap="md">
        <Text>{t('poster.text')}</Text>
        <Group grow>
          <NativeSelect
            label={t('poster.language')}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
            data={LANGUAGES.map((value) => ({ value, label: languageWord(value, i18n.language) }))}
          />
          <NativeSelect
            label={t('poster.paper')}
            value={pageSize}
            onChange={(event) => setPageSize(event.currentTarget.value === 'Letter' ? 'Letter' : 'A4')}
            data={['A4', 'Letter']}
          />
        </Group>
        {mayReveal ? (
          <Checkbox
            label={t('poster.withPin')}
            description={t('poster.withPinText')}
            checked={withPin}
            onChange={(event) => setWithPin(event.currentTarget.checked)}
          />
        ) : null}
        {error === null ? null : <FailedState error={error} isCompact />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void print()}>
            {t('poster.go')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </Modal>
  );
};
