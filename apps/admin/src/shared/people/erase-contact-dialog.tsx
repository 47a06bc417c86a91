import { Skeleton, Stack, Switch, Text } from '@mantine/core';
import type { Contact, ErasurePreview } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state';
import { ProvenConfirmDialog } from '../secrets/proven-confirm-dialog';
import { nameOf } from './contact-words';
import { LoginFateText } from './login-fate-text';
import { erasureOptions, forgetContact, usePeopleAct } from './people.api';

interface EraseContactDialogProps {
  contact: Contact;
  onClose: () => void;
  onErased: () => Promise<void> | void;
}

/** What erasing does to login, cases, messages and the record, said first (A17, D24). */
export const EraseContactDialog = ({ contact, onClose, onErased }: EraseContactDialogProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const preview = useQuery(erasureOptions(contact.id));
  const [texts, setTexts] = useState(false);
  const name = nameOf(contact, t);
  const canErase = preview.data?.hasJournal === true;
  // The page of this person is left first: asking for it again would answer 404.
  const erase = () => act(() => forgetContact(contact.id, texts).then(onErased));
  return (
    <ProvenConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={erase}
      done={t('done.erased')}
      title={t('erase.title', { name })}
      confirmLabel={t('erase.go')}
      {...(canErase ? { typedPhrase: name } : {})}
      isBlocked={!canErase}
      isDangerous
    >
      {preview.isPending ? <Skeleton height={120} /> : null}
      {preview.error ? <FailedState error={preview.error} onRetry={() => void preview.refetch()} isCompact /> : null}
      {preview.data ? (
        <Stack gap="md">
          <Effects preview={preview.data} />
          {canErase ? (
            <Switch
              label={t('erase.texts')}
              description={t('erase.textsHelp')}
              checked={texts}
              onChange={(event) => setTexts(event.currentTarget.checked)}
            />
          ) : null}
        </Stack>
      ) : null}
    </ProvenConfirmDialog>
  );
};

const Effects = ({ preview }: { preview: ErasurePreview }) => {
  const { t } = useTranslation('contacts');
  const { login, sessions, cases, openCases, caseMessages, notifications, auditLines, hasJournal } = preview;
  if (!hasJournal) return <Text c="red">{t('erase.noJournal')}</Text>;
  return (
    <Stack gap={4}>
      <Text>{t('erase.person')}</Text>
      {login ? <LoginFateText fate={login} /> : <Text>{t('fate.none')}</Text>}
      {sessions > 0 ? <Text>{t('close.sessions', { count: sessions })}</Text> : null}
      {cases > 0 ? <Text>{t('erase.cases', { count: cases, open: openCases })}</Text> : null}
      {caseMessages > 0 ? <Text>{t('erase.messages', { count: caseMessages })}</Text> : null}
      {notifications > 0 ? <Text>{t('erase.notifications', { count: notifications })}</Text> : null}
      <Text>{t('erase.audit', { count: auditLines })}</Text>
      <Text fw={500}>{t('erase.noUndo')}</Text>
    </Stack>
  );
};
