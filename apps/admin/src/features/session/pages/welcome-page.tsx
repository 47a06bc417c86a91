import { Anchor, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { SIGN_IN } from '../../../app/sign-in-address';
import { toProblem } from '../../../lib/problem';
import { FailedState } from '../../../ui/failed-state';
import { FrontPage } from '../front-page';
import { useStaffLink } from '../session.api';
import { WelcomeForm } from '../welcome-form';

const tokenIn = (hash: string): string => new URLSearchParams(hash.slice(1)).get('t') ?? '';

/** Where the link of an invitation leads: opening it changes nothing, the button does (INV-9). */
export const WelcomePage = () => {
  const { t } = useTranslation('session');
  const [token] = useState(() => tokenIn(window.location.hash));
  const [isDead, setDead] = useState(false);
  const link = useStaffLink(token);
  const isInvalid = token === '' || isDead || toProblem(link.error).code === 'link.invalid';

  // Out of the address bar, the history and whatever is copied from there.
  useEffect(() => {
    if (token !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [token]);

  if (isInvalid) return <DeadLink />;
  if (link.error)
    return (
      <FrontPage title={t('welcome.loading')}>
        <FailedState error={link.error} onRetry={() => void link.refetch()} isCompact />
      </FrontPage>
    );
  if (!link.data)
    return (
      <FrontPage title={t('welcome.loading')}>
        <Loader aria-label={t('common:loading')} />
      </FrontPage>
    );
  return (
    <FrontPage
      title={t(`welcome.title.${link.data.purpose}`, { company: link.data.companyName, name: link.data.name })}
    >
      <WelcomeForm token={token} link={link.data} onDead={() => setDead(true)} />
    </FrontPage>
  );
};

const DeadLink = () => {
  const { t } = useTranslation('session');
  return (
    <FrontPage title={t('welcome.dead')}>
      <Text>{t('welcome.deadText')}</Text>
      <Text c="dimmed" size="sm">
        {t('welcome.deadFirst')}
      </Text>
      <Anchor component={Link} to={SIGN_IN}>
        {t('welcome.toSignIn')}
      </Anchor>
    </FrontPage>
  );
};
