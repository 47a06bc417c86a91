import { Button, Checkbox, Group, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../people/contact-words';
import classes from './send-dialog.module.css';
import type { Composer } from './use-composer';

interface RecipientsProps {
  contacts: readonly Contact[];
  composer: Composer;
}

/** Whose credentials are sent, and who is left out and why (S0.13). */
export const SendRecipients = ({ contacts, composer }: RecipientsProps) => {
  const { t } = useTranslation('credentials');
  const { chosen, setChosen } = composer;
  if (contacts.length === 1) return null;
  const without = contacts.filter((one) => one.access === 'none').map((one) => one.id);
  return (
    <Stack gap="xs" component="fieldset" className={classes.group}>
      <Group justify="space-between" gap="xs">
        <Text fw={500}>{t('send.chosen', { count: chosen.length, total: contacts.length })}</Text>
        <Group gap={4}>
          <Button variant="subtle" size="compact-xs" onClick={() => setChosen(without)}>
            {t('send.withoutAccess', { count: without.length })}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => setChosen(contacts.map((one) => one.id))}>
            {t('send.all')}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => setChosen([])}>
            {t('send.none')}
          </Button>
        </Group>
      </Group>
      <ScrollArea.Autosize mah={180} className={classes.recipients}>
        {contacts.map((contact) => (
          <Recipient key={contact.id} contact={contact} composer={composer} />
        ))}
      </ScrollArea.Autosize>
    </Stack>
  );
};

const Recipient = ({ contact, composer }: { contact: Contact; composer: Composer }) => {
  const { t } = useTranslation('credentials');
  const { chosen, setChosen, shownId, setShown, plan } = composer;
  const isChosen = chosen.includes(contact.id);
  const left = isChosen ? plan.leftOut.find((one) => one.contactId === contact.id) : undefined;
  const name = nameOf(contact, t);
  const toggle = (): void => setChosen(isChosen ? chosen.filter((id) => id !== contact.id) : [...chosen, contact.id]);
  return (
    <div className={classes.recipient} data-shown={shownId === contact.id || undefined}>
      <Checkbox size="xs" checked={isChosen} onChange={toggle} aria-label={t('send.choose', { name })} />
      <UnstyledButton
        className={classes.recipientName}
        disabled={!isChosen}
        aria-pressed={shownId === contact.id}
        onClick={() => setShown(contact.id)}
      >
        <span>{name}</span>
        <span className={classes.note}>{contact.customer.name}</span>
        {left ? (
          <span className={classes.leftOut}>{t('send.leftOut', { reason: t(`warning.${left.reason}`) })}</span>
        ) : (
          <span className={classes.note}>{contact.email ?? t('send.noEmail')}</span>
        )}
      </UnstyledButton>
    </div>
  );
};
