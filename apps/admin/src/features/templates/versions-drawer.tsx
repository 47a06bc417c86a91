import { Drawer, NativeSelect, Stack, Text } from '@mantine/core';
import type { CaseTemplate } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/loaded';
import { TimeAgo } from '../../ui/time-ago';
import { TemplatePreview } from './preview/template-preview';
import { versionOptions } from './templates.api';

interface VersionsDrawerProps {
  template: CaseTemplate;
  isOpen: boolean;
  onClose: () => void;
}

/** Every version stays as it was answered. */
export const VersionsDrawer = ({ template, isOpen, onClose }: VersionsDrawerProps) => {
  const { t } = useTranslation('templates');
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size="md"
      title={t('version.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Versions template={template} />
    </Drawer>
  );
};

const Versions = ({ template }: { template: CaseTemplate }) => {
  const { t } = useTranslation('templates');
  const [number, setNumber] = useState(template.versionNumber);
  const version = useQuery(versionOptions(template.id, number));
  const numbers = Array.from({ length: template.versionNumber }, (_, at) => template.versionNumber - at);
  const wordsOf = (one: number): string =>
    one === template.versionNumber ? t('version.current', { number: one }) : t('version.number', { number: one });
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('version.text')}</Text>
      <NativeSelect
        label={t('version.shown')}
        value={String(number)}
        onChange={(event) => setNumber(Number(event.currentTarget.value))}
        data={numbers.map((one) => ({ value: String(one), label: wordsOf(one) }))}
      />
      <Loaded query={version}>
        {({ content, createdAt }) => (
          <>
            <Text size="sm" c="dimmed">
              {t('version.made')} <TimeAgo at={createdAt} />
            </Text>
            <TemplatePreview key={number} content={content} icon={template.icon} />
          </>
        )}
      </Loaded>
    </Stack>
  );
};
