import { IconDeviceMobile, IconHeadset, IconPlug, IconQrcode, type Icon } from '@tabler/icons-react';
import type { Case } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import classes from './cases.module.css';

const ICONS: Record<Case['source'], Icon> = {
  label: IconQrcode,
  portal: IconDeviceMobile,
  staff: IconHeadset,
  api: IconPlug,
};

/** By which way it came (S1.18): a picture and its word. */
export const SourceMark = ({ source }: { source: Case['source'] }) => {
  const { t } = useTranslation('cases');
  const Picture = ICONS[source];
  return (
    <span className={classes.source} data-source={source}>
      <Picture size={15} stroke={1.75} aria-hidden />
      {t(`source.${source}`)}
    </span>
  );
};
