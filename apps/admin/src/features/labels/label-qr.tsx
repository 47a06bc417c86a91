import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { LabelCode } from '@latchkey/api-client';
import { QRCodeCanvas, QRCodeSVG } from 'qrcode.react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { download, fileName } from '../../lib/download';
import { codeInGroups } from './label-words';
import classes from './labels.module.css';

/** Sharp enough for a label of 80 mm at 300 dots per inch. */
const PNG_SIZE = 1024;
const LEVEL = 'M';

/** The code itself, to save as a picture. It opens the portal together with the PIN. */
export const LabelQr = ({ code, name }: { code: LabelCode; name: string }) => {
  const { t } = useTranslation('labels');
  const svg = useRef<SVGSVGElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const file = fileName(name);
  const saveSvg = (): void => {
    if (!svg.current) return;
    const text = new XMLSerializer().serializeToString(svg.current);
    download(new Blob([text], { type: 'image/svg+xml' }), `${file}.svg`);
  };
  const savePng = (): void => canvas.current?.toBlob((blob) => blob && download(blob, `${file}.png`));
  return (
    <Stack gap="xs" align="flex-start">
      <div className={classes.qr}>
        <QRCodeSVG ref={svg} value={code.url} level={LEVEL} size={180} marginSize={4} title={t('qr.title', { name })} />
      </div>
      <Text size="sm">
        {t('qr.typed')} <Code fz="md">{codeInGroups(code.code)}</Code>
      </Text>
      <Group gap="xs">
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} aria-hidden />} onClick={saveSvg}>
          SVG
        </Button>
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} aria-hidden />} onClick={savePng}>
          PNG
        </Button>
      </Group>
      <QRCodeCanvas ref={canvas} value={code.url} level={LEVEL} size={PNG_SIZE} marginSize={4} hidden />
    </Stack>
  );
};
