import { Anchor, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { planAccessRun, type PlanAccessRun } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { useFormat } from '../../lib/use-format';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { FailedState } from '../../ui/failed-state';

/** Chosen contacts, or all that fit a filter. */
export type Many = Pick<PlanAccessRun, 'contactIds' | 'filter'>;

const STRATEGIES = ['auto', 'email'] as const;
type Strategy = (typeof STRATEGIES)[number];

interface GiveManyDialogProps {
  whom: Many;
  onClose: () => void;
}

/** Asks for the way, then leads to the dry run: what would become of each is seen before anything is sent. */
export const GiveManyDialog = ({ whom, onClose }: GiveManyDialogProps) => {
  const { t } = useTranslation('credentials');
  const { number } = useFormat();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const [strategy, setStrategy] = useState<Strategy>('auto');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const count = whom.contactIds?.length;
  const plan = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const body = { ...whom, strategy };
      const { data } = await planAccessRun({ body, headers: { 'Idempotency-Key': keyFor(body) } });
      await navigate(`/access-runs/${data.id}`);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('many.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack gap="md">
        <Text>
          {count === undefined ? t('many.filter') : t('many.chosen', { count, shown: number(count) })} {t('many.safe')}
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
            <Button loading={isBusy} onClick={() => void plan()} data-autofocus>
              {t('many.go')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
};
