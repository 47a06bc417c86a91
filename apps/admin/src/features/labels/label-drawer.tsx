import { Anchor, Button, Drawer, Stack, Text, Title } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import type { Label, LabelCode } from '@latchkey/api-client';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../app/session';
import { Loaded } from '../../ui/loaded';
import { Fact, Facts } from '../../ui/facts';
import { TimeAgo } from '../../ui/time-ago';
import { useToasts } from '../../ui/toasts';
import { LabelActions } from './label-actions';
import { LabelHistory } from './label-history';
import { LabelState } from './label-state';
import { fetchCode, useLabel } from './labels.api';

const LabelQr = lazy(async () => ({ default: (await import('./label-qr')).LabelQr }));

interface LabelDrawerProps {
  id: string | null;
  onOpen: (id: string | null) => void;
}

export const LabelDrawer = ({ id, onOpen }: LabelDrawerProps) => {
  const { t } = useTranslation('labels');
  return (
    <Drawer
      opened={id !== null}
      onClose={() => onOpen(null)}
      title={t('one')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {id ? <LabelOfId key={id} id={id} onOpen={onOpen} /> : null}
    </Drawer>
  );
};

const LabelOfId = ({ id, onOpen }: { id: string; onOpen: (id: string) => void }) => {
  const label = useLabel(id);
  return <Loaded query={label}>{(one) => <LabelView label={one} onOpen={onOpen} />}</Loaded>;
};

const LabelView = ({ label, onOpen }: { label: Label; onOpen: (id: string) => void }) => {
  const { t } = useTranslation('labels');
  const mayPrint = useCan()('label:print');
  const { device, deployment } = label;
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>
          {device ? (
            <Anchor component={Link} to={`/devices/${device.id}`} inherit>
              {device.name}
            </Anchor>
          ) : (
            t('noDevice')
          )}
        </Title>
        <Text c="dimmed" mb={6}>
          {[device?.position, deployment?.name].filter(Boolean).join(' · ')}
        </Text>
        <LabelState label={label} />
      </div>
      {mayPrint && label.allowedActions.includes('print') ? (
        <ShowCode id={label.id} name={device?.name ?? label.publicId} />
      ) : null}
      <Facts>
        {(['printedAt', 'firstScanAt', 'lastScanAt', 'lateScanAt'] as const)
          .filter((fact) => fact !== 'lateScanAt' || label.lateScanAt)
          .map((fact) => (
            <Fact key={fact} label={t(`fact.${fact}`)}>
              <TimeAgo at={label[fact]} />
            </Fact>
          ))}
      </Facts>
      <LabelHistory label={label} onOpen={onOpen} />
      <LabelActions label={label} onReplaced={onOpen} />
    </Stack>
  );
};

/** Looking at it is recorded: who knows code and PIN gets in. */
const ShowCode = ({ id, name }: { id: string; name: string }) => {
  const { t } = useTranslation('labels');
  const { failed } = useToasts();
  const [code, setCode] = useState<LabelCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const show = async (): Promise<void> => {
    setBusy(true);
    await fetchCode(id).then(setCode, failed);
    setBusy(false);
  };
  if (code)
    return (
      <Suspense fallback={null}>
        <LabelQr code={code} name={name} />
      </Suspense>
    );
  return (
    <div>
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconQrcode size={16} aria-hidden />}
        onClick={() => void show()}
      >
        {t('qr.show')}
      </Button>
      <Text size="sm" c="dimmed" mt={4}>
        {t('qr.recorded')}
      </Text>
    </div>
  );
};
