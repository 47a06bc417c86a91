import { Text } from '@mantine/core';
import type { LabelRow } from '@latchkey/api-client';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import classes from './print.module.css';
import type { Geometry } from './print-plan';

/** As long as the address of a real label, and leads nowhere: looking at a preview gives no code away. */
const SAMPLE = '/p/XXXXXXXXXXXX#xxxxxxxxxxxxxxxxxxxxxx';
const EDGE_MM = 2;
const TALLEST_QR_MM = 60;

/** One label as large as it will be on paper, on a screen that knows its size. */
export const LabelPreview = ({ geometry, label }: { geometry: Geometry; label: LabelRow | null }) => {
  const { t } = useTranslation('labels');
  const { width, height } = geometry.label;
  const isWide = width >= height * 1.3;
  const room = geometry.shape === 'round' ? width * 0.62 : Math.min(width, height) - 2 * EDGE_MM;
  const side = Math.min(isWide ? room : room * 0.72, TALLEST_QR_MM);
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('preview.title', { width: width.toFixed(1), height: height.toFixed(1) })}
      </Text>
      <div className={classes.previewRoom}>
        <div
          className={classes.preview}
          data-wide={isWide || undefined}
          style={{
            width: `${width}mm`,
            height: `${height}mm`,
            padding: `${EDGE_MM}mm`,
            borderRadius: geometry.shape === 'round' ? '50%' : undefined,
          }}
        >
          <QRCodeSVG
            value={window.location.origin + SAMPLE}
            level="M"
            marginSize={0}
            style={{ width: `${side}mm`, height: `${side}mm`, flexShrink: 0 }}
            title={t('preview.sample')}
          />
          {geometry.shape === 'round' ? null : (
            <div className={classes.previewWords}>
              <strong>{label?.device?.name ?? '…'}</strong>
              <span>{label?.deployment?.name}</span>
              <span>{window.location.host}</span>
            </div>
          )}
        </div>
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {t('preview.text')}
      </Text>
    </div>
  );
};
