import { Stack, Text } from '@mantine/core';
import type { SmsPreview as Preview } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { SmsSize } from './sms-size';
import classes from './sms-preview.module.css';

/** An SMS before it is sent: its words, secrets as dots, and what it costs. */
export const SmsPreview = ({ sms }: { sms: Preview }) => {
  const { t } = useTranslation('sms');
  return (
    <Stack gap="xs" component="section" aria-label={t('says')}>
      <Text className={classes.words} dir="auto">
        {sms.text}
      </Text>
      <SmsSize size={sms} />
    </Stack>
  );
};
