import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state';
import { useManyText } from './many-text';
import { type Many, usePlanRun } from './use-plan-run';

const GRACE = { usual: 14, least: 1, most: 60 };

interface NewPinsDialogProps {
  whom: Many;
  onClose: () => void;
}

/** Asks how long the PINs of before work, then leads to the dry run. */
export const NewPinsDialog = ({ whom, onClose }: NewPinsDialogProps) => {
  const { t } = useTranslation('credentials');
  const whomText = useManyText(whom);
  const { plan, isBusy, error } = usePlanRun();
  const [days, setDays] = useState<number | string>(GRACE.usual);
  const graceDays = Number(days);
  const isReady = Number.isInteger(graceDays) && graceDays >= GRACE.least && graceDays <= GRACE.most;
  return (
    <Modal opened onClose={onClose} title={t('newPins.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack gap="md">
        <Text>
          {whomText} {t('newPins.safe')}
        </Text>
        <NumberInput
          label={t('newPins.grace')}
          description={t('newPins.graceHint')}
          value={days}
          onChange={setDays}
          min={GRACE.least}
          max={GRACE.most}
          allowDecimal={false}
          error={isReady ? undefined : t('newPins.graceRange')}
        />
        {error === null ? null : <FailedState error={error} isCompact />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            loading={isBusy}
            disabled={!isReady}
            onClick={() => void plan({ ...whom, kind: 'pins', strategy: 'email', graceDays })}
          >
            {t('many.go')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
