import { SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import type { Deployment } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneFrame } from '../../../ui/phone-frame';
import { firstDeviceOptions } from '../devices.api';
import { companyOptions, visitWordsOptions } from '../portal.api';
import { MachineScreen, PinScreen } from './phone-screens';
import { ReachScreen, WhatScreen, WordsScreen } from './phone-steps';
import { PhoneTop } from './phone-top';
import classes from '../../../ui/phone-screen.module.css';
import { shownTexts, type Language, type PortalValues } from './portal-values';
import { wordsOf, type Screen } from './visit-words';

interface PhonePreviewProps {
  deployment: Deployment;
  values: PortalValues;
  languages: readonly Language[];
  language: Language;
}

const SCREENS = ['pin', 'machine', 'what', 'words', 'reach'] as const;

/** What a visitor will see, with what is in the form now: nothing has to be saved for it. */
export const PhonePreview = ({ deployment, values, languages, language }: PhonePreviewProps) => {
  const { t } = useTranslation('deployment-portal');
  const [screen, setScreen] = useState<(typeof SCREENS)[number]>('machine');
  const company = useQuery(companyOptions);
  const texts = useQuery(visitWordsOptions(language));
  const device = useQuery(firstDeviceOptions(deployment.id));
  if (!company.data || !texts.data) return <Skeleton height={640} width="100%" maw={376} radius={36} />;
  const words = wordsOf(texts.data);
  const shown: Screen = {
    words,
    language,
    values,
    company: company.data,
    deployment: deployment.name,
    device: device.data ?? null,
    texts: shownTexts(values.texts, languages, language),
  };
  const screens = {
    pin: <PinScreen {...shown} />,
    machine: <MachineScreen {...shown} />,
    what: <WhatScreen {...shown} />,
    words: <WordsScreen {...shown} />,
    reach: <ReachScreen {...shown} />,
  };
  return (
    <Stack gap="xs" w="100%" maw={376}>
      <SegmentedControl
        size="xs"
        aria-label={t('preview.screen')}
        data={SCREENS.map((value) => ({ value, label: t(`preview.${value}`) }))}
        value={screen}
        onChange={setScreen}
      />
      <PhoneFrame label={t('preview.title')} language={language}>
        <PhoneTop words={words} company={company.data} language={language} />
        <div className={classes.screen}>{screens[screen]}</div>
      </PhoneFrame>
      <Text size="sm" c="dimmed">
        {t(device.data === null ? 'preview.noDevice' : 'preview.hint')}{' '}
        {screen === 'machine' && values.showsOpenCases ? t('preview.example') : null}
      </Text>
    </Stack>
  );
};
