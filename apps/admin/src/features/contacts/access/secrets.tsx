import { Anchor, Button } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../../lib/use-format';
import type { PeopleDialogs } from '../../../shared/people/people-dialogs';
import { TimeAgo } from '../../../ui/time-ago';
import classes from './access.module.css';
import { Section } from './section';

interface SecretsProps {
  contact: Contact;
  access: ContactAccess;
  dialogs: PeopleDialogs;
}

const Row = ({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) => (
  <div className={classes.row}>
    <div className={classes.what}>
      <span className={classes.note}>{title}</span>
      {children}
    </div>
    {actions}
  </div>
);

/** Login ids, PIN and password: what there is, since when and by whom; never a value (S3.9). */
export const Secrets = ({ contact, access, dialogs }: SecretsProps) => {
  const { t } = useTranslation('contacts');
  const { phone } = useFormat();
  return (
    <Section title={t('section.login')}>
      <div className={classes.rows}>
        <Row title={t('column.loginIds')}>
          {access.loginIds.length === 0 ? t('accessNote.noLoginId') : null}
          {access.loginIds.map(({ kind, value }) => (
            <span key={value} translate="no">
              {kind === 'phone' ? phone(value) : value}
            </span>
          ))}
        </Row>
        <PinRow contact={contact} access={access} dialogs={dialogs} />
        <PasswordRow contact={contact} access={access} dialogs={dialogs} />
        <Row title={t('column.lastSignIn')}>
          <span>
            <TimeAgo at={access.lastSignIn?.at} />
            {access.lastSignIn?.method ? ` · ${t(`method.${access.lastSignIn.method}`)}` : ''}
          </span>
        </Row>
      </div>
    </Section>
  );
};

type PinFacts = NonNullable<ContactAccess['pin']['active']>;

const PinLine = ({ facts, isPending }: { facts: PinFacts; isPending: boolean }) => {
  const { t } = useTranslation('contacts');
  const { date } = useFormat();
  const by = facts.setBy === 'staff' ? (facts.setByName ?? t('by.staff')) : t(`by.${facts.setBy}`);
  const until = facts.state === 'readable' && facts.readableUntil ? facts.readableUntil : null;
  return (
    <>
      <span>
        {isPending ? `${t('pin.newOne')}: ` : ''}
        {t(`pinState.${facts.state}`)}
      </span>
      <span className={classes.note}>
        {t('password.byAt', { by, at: date(facts.setAt) })}
        {until ? ` · ${t('pin.readableUntil', { date: date(until) })}` : ''}
        {facts.firstUsedAt ? ` · ${t('pin.firstUsed', { date: date(facts.firstUsedAt) })}` : ''}
      </span>
      {facts.rotation ? <RotationLine rotation={facts.rotation} /> : null}
    </>
  );
};

/** Until when the PIN of before works, and where both were given. */
const RotationLine = ({ rotation: { runId, state, endsAt } }: { rotation: NonNullable<PinFacts['rotation']> }) => {
  const { t } = useTranslation('contacts');
  const { date } = useFormat();
  const key = state === 'grace' && !endsAt ? 'graceNoEnd' : state;
  return (
    <Anchor component={Link} to={`/access-runs/${runId}`} size="sm">
      {t(`pin.rotation.${key}`, { date: endsAt ? date(endsAt) : '' })}
    </Anchor>
  );
};

const PinRow = ({ contact, access: { pin }, dialogs }: SecretsProps) => {
  const { t } = useTranslation('contacts');
  const { allowedActions } = contact;
  // Once the one of before has ended, the new one is the PIN.
  const before = pin.pending?.rotation?.state === 'ended' ? null : pin.active;
  const actions = (
    <span>
      {allowedActions.includes('reveal_pin') ? (
        <Button size="xs" variant="subtle" onClick={() => dialogs.open({ kind: 'reveal', contact })}>
          {t('pin.reveal')}
        </Button>
      ) : null}
      {allowedActions.includes('issue_pin') ? (
        <Button size="xs" variant="default" onClick={() => dialogs.open({ kind: 'issuePin', contact })}>
          {t('action.issuePin')}
        </Button>
      ) : null}
    </span>
  );
  return (
    <Row title={t('column.pin')} actions={actions}>
      {before ? <PinLine facts={before} isPending={false} /> : null}
      {pin.pending ? <PinLine facts={pin.pending} isPending={before !== null} /> : null}
      {before || pin.pending ? null : t('pin.none')}
    </Row>
  );
};

const PasswordRow = ({ contact, access: { password }, dialogs }: SecretsProps) => {
  const { t } = useTranslation('contacts');
  const { date } = useFormat();
  const by =
    password?.setBy === 'staff' ? (password.setByName ?? t('by.staff')) : t(`by.${password?.setBy ?? 'system'}`);
  const actions = contact.allowedActions.includes('set_password') ? (
    <Button size="xs" variant="default" onClick={() => dialogs.open({ kind: 'setPassword', contact })}>
      {t('action.setPassword')}
    </Button>
  ) : null;
  return (
    <Row title={t('column.password')} actions={actions}>
      <span>
        {password ? t(password.mustChange ? 'password.setMustChange' : 'password.set') : t('password.notSet')}
      </span>
      {password ? <span className={classes.note}>{t('password.byAt', { by, at: date(password.setAt) })}</span> : null}
    </Row>
  );
};
