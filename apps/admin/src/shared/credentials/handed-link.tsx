import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { CopyOnce } from '../../ui/copy-once';
import type { Handed } from './other-ways';

interface HandedLinkProps {
  handed: Handed;
  name: string;
  onClose: () => void;
}

/** The link that was made, this one time: as a code for the person's own phone, or to be copied. */
export const HandedLink = ({ handed, name, onClose }: HandedLinkProps) => {
  const { t } = useTranslation('credentials');
  const { exact } = useFormat();
  const { way, url, code, codePage, expiresAt } = handed;
  return (
    <Stack gap="md">
      {way === 'screen' ? <Text>{t('byHand.screenText', { name })}</Text> : null}
      {way === 'screen' ? (
        <Group justify="center">
          <QRCodeSVG
            value={url}
            level="M"
            size={240}
            marginSize={4}
            bgColor="#ffffff"
            fgColor="#000000"
            title={t('byHand.qr', { name })}
          />
        </Group>
      ) : (
        <CopyOnce label={t('byHand.linkText', { name })} value={url} />
      )}
      <Text size="sm">
        {t('byHand.code', { page: codePage })}{' '}
        <Code fz="md" style={{ whiteSpace: 'nowrap' }}>
          {code}
        </Code>
      </Text>
      <Text size="sm" c="dimmed">
        {t('byHand.until', { time: exact(expiresAt) })}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Stack>
  );
};
