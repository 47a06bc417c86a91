import { Button, Stack, Text } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../../shared/people/contact-words';
import { revokeInvitations, usePeopleAct } from '../../../shared/people/people.api';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { type Invitation, InvitationStory, isOpen } from './invitation-story';
import { Section } from './section';

interface InvitationsProps {
  contact: Contact;
  invitations: readonly Invitation[];
}

/** Every invitation of the person, the newest open; what still works can be taken back. */
export const Invitations = ({ contact, invitations }: InvitationsProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const [isAsking, setAsking] = useState(false);
  const hasOpen = invitations.some((one) => isOpen(one) && one.contactId === contact.id);
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
        <Stack gap="sm">
          {invitations.map((invitation, index) => (
            <InvitationStory key={invitation.id} invitation={invitation} isFirst={index === 0} />
          ))}
        </Stack>
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
