import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readableUnderWhite } from '../../theme/accent';
import { isHexColour } from '../../theme/contrast';
import { DEFAULT_ACCENT } from '../../theme/tokens';
import classes from './settings.module.css';

interface CompanyPreviewProps {
  name: string;
  colour: string;
  phone: string;
  logo: string | null;
}

/** How a customer sees the company in the portal, while it is being typed. */
export const CompanyPreview = ({ name, colour, phone, logo }: CompanyPreviewProps) => {
  const { t } = useTranslation('settings');
  const ground = isHexColour(colour) ? readableUnderWhite(colour) : DEFAULT_ACCENT[6];
  return (
    <Stack gap="xs" component="section" aria-label={t('company.preview')}>
      <Text size="sm" c="dimmed">
        {t('company.preview')}
      </Text>
      <div className={classes.preview}>
        <div className={classes.previewHead}>
          {logo ? <img src={logo} alt="" className={classes.logo} /> : null}
          {name}
        </div>
        <div className={classes.previewButton} style={{ background: ground }}>
          {t('company.previewButton')}
        </div>
        {phone ? <Text size="sm">{t('company.previewHelp', { phone })}</Text> : null}
      </div>
    </Stack>
  );
};
