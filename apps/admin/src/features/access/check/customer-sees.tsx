import { Text } from '@mantine/core';
import type { AccessCheck } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { languageWord } from '../../../shared/people/languages';
import { Loaded } from '../../../ui/loaded';
import { usePortalLabels } from './portal-labels';
import classes from './check.module.css';

const PAGES = ['signIn', 'failed', 'forgot', 'invitation', 'company'] as const;

/** For the phone: what each page of the portal shows, in the order people meet them and in their language (S4.12). */
export const CustomerSees = ({ language }: Pick<AccessCheck, 'language'>) => {
  const { t, i18n } = useTranslation('access');
  const { shown, query } = usePortalLabels(language);
  return (
    <details className={classes.fold}>
      <summary>{t('sees.title')}</summary>
      <Loaded query={query}>
        {(labels) => (
          <>
            <Text c="dimmed" px="sm" py="xs">
              {t('sees.quoted', { language: languageWord(shown, i18n.language) })}
            </Text>
            <ul className={classes.findings}>
              {PAGES.map((page) => (
                <li key={page} className={classes.finding}>
                  <div className={classes.what}>
                    <Text fw={500}>{t(`sees.${page}.title`)}</Text>
                    <Text>{t(`sees.${page}.text`, labels)}</Text>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </details>
  );
};
