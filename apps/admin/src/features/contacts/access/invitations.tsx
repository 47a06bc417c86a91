import { Button, Text } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { nameOf } from '../../../shared/people/contact-words';
import { revokeInvitations, usePeopleAct } from '../../../shared/people/people.api';
import type { Tone } from '../../../theme/tokens';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import classes from './access.module.css';
import { Section } from './section';

type Invitation = ContactAccess['invitations'][number];

const TONES: Record<Invitation['state'], Tone> = { open: 'wait', used: 'good', revoked: 'quiet', expired: 'bad' };

interface InvitationsProps {
  contact: Contact;
  invitations: readonly Invitation[];
}

export const Invitations = ({ contact, invitations }: InvitationsProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const [isAsking, setAsking] = useState(false);
  const hasOpen = invitations.some(({ state, contactId }) => state === 'open' && contactId === contact.id);
  const mayRevoke = hasOpen && contact.allowedActions.includes('send_credentials');
  const button = mayRevoke ? (
    <Button size="xs" variant="default" onClick={() => setAsking(true)}>
      {t('invitation.revoke')}
    </Button>
  ) : null;

  return (
    <Section title={t('section.invitations')} actions={button}>
      {invitations.length === 0 ? (
        <Text c="dimmed">{t('invitation.none')}</Text>
      ) : (
        <div className={classes.rows}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => act(() => revokeInvitations(contact.id))}
        done={t('done.revoked')}
        title={t('invitation.revokeTitle', { name: nameOf(contact, t) })}
        confirmLabel={t('invitation.revoke')}
        isDangerous
      >
        <Text>{t('invitation.revokeText')}</Text>
      </ConfirmDialog>
    </Section>
  );
};

const InvitationRow = ({ invitation }: { invitation: Invitation }) => {
  const { t } = useTranslation('contacts');
  const { date } = useFormat();
  const when: Record<Invitation['state'], string> = {
    open: t('invitation.openUntil', { date: date(invitation.expiresAt) }),
    used: t('invitation.usedAt', { date: date(invitation.usedAt ?? invitation.createdAt) }),
    revoked: t('invitation.revokedAt', { date: date(invitation.revokedAt ?? invitation.createdAt) }),
    expired: t('invitation.expiredAt', { date: date(invitation.expiresAt) }),
  };
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <span>{t('invitation.to', { to: invitation.sentTo ?? '–', customer: invitation.customerName })}</span>
        <span className={classes.note}>
          <TimeAgo at={invitation.createdAt} />
          {invitation.createdByName ? ` · ${invitation.createdByName}` : ''} · {when[invitation.state]}
        </span>
      </div>
      <StateBadge tone={TONES[invitation.state]}>{t(`invitation.${invitation.state}`)}</StateBadge>
    </div>
  );
};
