import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { ActionMenu } from '../../../ui/action-menu';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { Loaded } from '../../../ui/loaded';
import { StateBadge } from '../../../ui/state-badge';
import classes from './carriers.module.css';
import { CarrierDialog } from './carrier-dialog';
import { dropCarrier, useCarrierAct, useCarriers, type Carrier } from './sms.api';

const TONES = { live: 'good', ending: 'wait', ended: 'bad' } as const;

/** Carriers whose e-mail-to-SMS gateway may be used, the dead ones marked with their end (S2.15). */
export const Carriers = () => {
  const { t } = useTranslation('settings');
  const carriers = useCarriers();
  const mayWrite = useCan()('settings:write');
  const [open, setOpen] = useState<Carrier | 'new' | null>(null);
  return (
    <Stack gap="sm" maw={720}>
      <Group justify="space-between">
        <Title order={2}>{t('carrier.title')}</Title>
        {mayWrite ? (
          <Button variant="default" onClick={() => setOpen('new')}>
            {t('carrier.add')}
          </Button>
        ) : null}
      </Group>
      <Text c="dimmed">{t('carrier.text')}</Text>
      <Loaded query={carriers}>
        {({ items }) => (
          <ul className={classes.rows} aria-label={t('carrier.title')}>
            {items.map((carrier) => (
              <CarrierRow key={carrier.id} carrier={carrier} onEdit={mayWrite ? () => setOpen(carrier) : undefined} />
            ))}
          </ul>
        )}
      </Loaded>
      {open === null ? null : <CarrierDialog carrier={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Stack>
  );
};

const CarrierRow = ({ carrier, onEdit }: { carrier: Carrier; onEdit: (() => void) | undefined }) => {
  const { t } = useTranslation('settings');
  const { date } = useFormat();
  const act = useCarrierAct();
  const [isAsking, setAsking] = useState(false);
  const { name, domain, numberFormat, status, endsOn } = carrier;
  return (
    <li className={classes.row}>
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed" translate="no">{`${t(`carrier.example.${numberFormat}`)}@${domain}`}</Text>
      </div>
      <StateBadge tone={TONES[status]}>{t(`carrier.as.${status}`, { date: endsOn ? date(endsOn) : '' })}</StateBadge>
      <div>
        {onEdit ? (
          <ActionMenu
            label={t('carrier.actions', { name })}
            actions={[
              { id: 'edit', label: t('carrier.edit'), run: onEdit },
              { id: 'remove', label: t('carrier.remove'), isDangerous: true, run: () => setAsking(true) },
            ]}
          />
        ) : null}
        <ConfirmDialog
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          onConfirm={() => act(() => dropCarrier(carrier.id))}
          done={t('carrier.removed', { name })}
          title={t('carrier.removeTitle', { name })}
          confirmLabel={t('carrier.remove')}
          isDangerous
        >
          {t('carrier.removeText')}
        </ConfirmDialog>
      </div>
    </li>
  );
};
