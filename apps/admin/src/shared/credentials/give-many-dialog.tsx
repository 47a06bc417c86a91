import { Anchor, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { FailedState } from '../../ui/failed-state';
import { useManyText } from './many-text';
import { type Many, usePlanRun } from './use-plan-run';

const STRATEGIES = ['auto', 'email'] as const;
type Strategy = (typeof STRATEGIES)[number];

interface GiveManyDialogProps {
  whom: Many;
  onClose: () => void;
}

/** Asks for the way, then leads to the dry run: what would become of each is seen before anything is sent. */
export const GiveManyDialog = ({ whom, onClose }: GiveManyDialogProps) => {
  const { t } = useTranslation('credentials');
  const whomText = useManyText(whom);
  const { plan, isBusy, error } = usePlanRun();
  const [strategy, setStrategy] = useState<Strategy>('auto');
  return (
    <Modal opened onClose={onClose} title={t('many.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack gap="md">
        <Text>
          {whomText} {t('many.safe')}
        </Text>
        <Radio.Group label={t('many.way')} value={strategy} onChange={(value) => setStrategy(value as Strategy)}>
          <Stack gap="xs" mt="xs">
            {STRATEGIES.map((value) => (
              <Radio key={value} value={value} label={t(`many.${value}`)} description={t(`many.${value}Hint`)} />
            ))}
          </Stack>
        </Radio.Group>
        {error === null ? null : <FailedState error={error} isCompact />}
        <Group justify="space-between" gap="xs">
          <Anchor component={Link} to="/access-runs">
            {t('many.file')}
          </Anchor>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button loading={isBusy} onClick={() => void plan({ ...whom, strategy })} data-autofocus>
              {t('many.go')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
};
