import { Button, Group, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconDeviceMobile, IconMail, IconPhone } from '@tabler/icons-react';
import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { TimeAgo } from '../../ui/time-ago';
import classes from './contact-cells.module.css';
import { nameOf } from './contact-words';

interface CellProps {
  contact: Contact;
}

export const NameCell = ({ contact }: CellProps) => {
  const { t } = useTranslation('contacts');
  const others = contact.alsoAt.map((company) => company.customerName).join(', ');
  const clashes = contact.clashes.map((clash) => `${clash.name ?? t('nameless')} (${clash.customerName})`).join(', ');
  return (
    <span className={`${classes.stack} ${classes.name}`}>
      <span>{nameOf(contact, t)}</span>
      {others ? <span className={classes.note}>{t('alsoAt', { companies: others })}</span> : null}
      {clashes ? (
        <Tooltip label={t('clashWith', { people: clashes })} multiline maw={320}>
          <span className={classes.warning}>{t('clash')}</span>
        </Tooltip>
      ) : null}
    </span>
  );
};

/** The person has proven with a code to hold the number. */
const VerifiedMark = ({ contact, number }: CellProps & { number: string }) => {
  const { t } = useTranslation('contacts');
  const { date } = useFormat();
  const at = contact.phones.find(({ e164 }) => e164 === number)?.verifiedAt;
  if (!at) return null;
  const label = t('phone.verified', { date: date(at) });
  return (
    <Tooltip label={label}>
      <span className={classes.mark}>
        <IconCheck size={14} aria-hidden />
        <VisuallyHidden>{label}</VisuallyHidden>
      </span>
    </Tooltip>
  );
};

export const LoginIdsCell = ({ contact }: CellProps) => {
  const { t } = useTranslation('contacts');
  const { phone } = useFormat();
  if (contact.loginIds.length === 0) return <span className={classes.note}>{t('accessNote.noLoginId')}</span>;
  return (
    <span className={classes.stack}>
      {contact.loginIds.map(({ kind, value }) => (
        <span key={value} className={classes.value} title={value} translate="no">
          {kind === 'phone' ? phone(value) : value}
          {kind === 'phone' ? <VerifiedMark contact={contact} number={value} /> : null}
        </span>
      ))}
      {contact.emailTroubles.map(({ address, kind, detail }) => (
        <Tooltip key={address} label={`${address}: ${detail}`} multiline maw={320}>
          <span className={classes.warning}>{t(`emailTrouble.${kind}`)}</span>
        </Tooltip>
      ))}
      {contact.phoneTroubles.map((lost) => (
        <Tooltip key={lost.phone} label={`${phone(lost.phone)}: ${lost.detail}`} multiline maw={320}>
          <span className={classes.warning}>{t('phoneTrouble.lost')}</span>
        </Tooltip>
      ))}
    </span>
  );
};

/** How old, where the company advises a new one. */
const DueNote = ({ contact: { isPinDue, pinSetAt } }: { contact: Contact }) => {
  const { t } = useTranslation('contacts');
  return isPinDue && pinSetAt ? (
    <span className={classes.note}>
      {t('pin.dueSince')} <TimeAgo at={pinSetAt} />
    </span>
  ) : null;
};

export const PinCell = ({ contact, onReveal }: CellProps & { onReveal: (contact: Contact) => void }) => {
  const { t } = useTranslation('contacts');
  const pending = contact.pinPending && contact.pin !== 'readable' ? t('pin.pending') : null;
  if (contact.allowedActions.includes('reveal_pin')) {
    return (
      <Group gap={4} wrap="nowrap">
        {pending ? (
          <span className={`${classes.stack} ${classes.oneLine}`}>
            <span>{t(`pin.${contact.pin}`)}</span>
            <span className={classes.note}>{pending}</span>
          </span>
        ) : (
          <span aria-hidden>••••••</span>
        )}
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={t('pin.revealOf', { name: nameOf(contact, t) })}
          onClick={() => onReveal(contact)}
        >
          {t('pin.reveal')}
        </Button>
      </Group>
    );
  }
  return (
    <span className={`${classes.stack} ${classes.oneLine}`}>
      <span>{contact.pin === 'none' ? '–' : t(`pin.${contact.pin}`)}</span>
      {pending ? <span className={classes.note}>{pending}</span> : <DueNote contact={contact} />}
    </span>
  );
};

/** Whether there is one, by whom and when; never the value (S3.9). */
export const PasswordCell = ({ contact: { password } }: CellProps) => {
  const { t } = useTranslation('contacts');
  const { date } = useFormat();
  if (!password) return <span>–</span>;
  const by = password.setBy === 'staff' ? (password.setByName ?? t('by.staff')) : t(`by.${password.setBy}`);
  return (
    <span className={classes.stack}>
      <span>{t(password.mustChange ? 'password.setMustChange' : 'password.set')}</span>
      <span className={classes.note}>{t('password.byAt', { by, at: date(password.setAt) })}</span>
    </span>
  );
};

export const LastSignInCell = ({ contact }: CellProps) => {
  const { t } = useTranslation('contacts');
  return (
    <span className={`${classes.stack} ${classes.oneLine}`}>
      <TimeAgo at={contact.lastSignInAt} />
      {contact.lastSignInMethod ? (
        <span className={classes.note}>{t(`method.${contact.lastSignInMethod}`)}</span>
      ) : null}
    </span>
  );
};

const REACH_ICONS = { email: IconMail, sms: IconDeviceMobile, phone: IconPhone } as const;

export const ReachCell = ({ contact: { reach } }: CellProps) => {
  const { t } = useTranslation('contacts');
  if (reach.length === 0)
    return (
      <Text c="dimmed" span inherit>
        {t('reach.none')}
      </Text>
    );
  return (
    <span className={classes.reach}>
      {reach.map((way) => {
        const Icon = REACH_ICONS[way];
        return (
          <span key={way} className={classes.way}>
            <Icon size={14} aria-hidden />
            {t(`reach.${way}`)}
          </span>
        );
      })}
    </span>
  );
};
