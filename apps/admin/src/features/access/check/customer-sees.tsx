import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './check.module.css';

const PAGES = ['signIn', 'failed', 'forgot', 'invitation', 'company'] as const;

/** For the phone: what each page of the portal shows, in the order people meet them (S4.12). */
export const CustomerSees = () => {
  const { t } = useTranslation('access');
  return (
    <details className={classes.fold}>
      <summary>{t('sees.title')}</summary>
      <ul className={classes.findings}>
        {PAGES.map((page) => (
          <li key={page} className={classes.finding}>
            <div className={classes.what}>
              <Text fw={500}>{t(`sees.${page}.title`)}</Text>
              <Text>{t(`sees.${page}.text`)}</Text>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
};
