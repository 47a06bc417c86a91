import { Skeleton, Stack, Table, Text } from '@mantine/core';
import type { Contact, MergeContact, MergePreview } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { FailedState } from '../../ui/failed-state';
import { useToasts } from '../../ui/toasts';
import { ProvenConfirmDialog } from '../secrets/proven-confirm-dialog';
import { nameOf } from './contact-words';
import { type ChosenContact, MergeIntoSelect } from './merge-into-select';
import { MergeValues } from './merge-values';
import { joinContact, mergePreviewOptions, usePeopleAct } from './people.api';

type Take = NonNullable<MergeContact['take']>;

interface MergeDialogProps {
  contact: Contact;
  onClose: () => void;
  /** With the id of the contact that stays. */
  onMerged: (into: string) => Promise<void> | void;
}

/** Two entries of one person become one; what happens to both logins is shown first (A17, INV-1). */
export const MergeDialog = ({ contact, onClose, onMerged }: MergeDialogProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();
  const [into, setInto] = useState<ChosenContact | null>(null);
  const [take, setTake] = useState<Take>([]);
  const name = nameOf(contact, t);
  const merge = async (): Promise<void> => {
    if (!into) return;
    const kept = await joinContact(contact.id, { into: into.id, take });
    await act(async () => onMerged(into.id));
    toast.done(t('done.merged', { name, into: nameOf(kept, t) }));
  };
  return (
    <ProvenConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={merge}
      title={t('merge.title', { name })}
      confirmLabel={t('merge.go')}
      isBlocked={into === null}
      isDangerous
    >
      <Stack gap="md">
        <MergeIntoSelect contact={contact} value={into} onChange={setInto} />
        {into ? (
          <Preview contact={contact} into={into.id} take={take} onTake={setTake} />
        ) : (
          <Text>{t('merge.intro')}</Text>
        )}
      </Stack>
    </ProvenConfirmDialog>
  );
};

interface PreviewProps {
  contact: Contact;
  into: string;
  take: Take;
  onTake: (take: Take) => void;
}

const Preview = ({ contact, into, take, onTake }: PreviewProps) => {
  const { t } = useTranslation('contacts');
  const { phone } = useFormat();
  const preview = useQuery(mergePreviewOptions(contact.id, into));
  if (preview.isPending) return <Skeleton height={160} />;
  if (preview.error) return <FailedState error={preview.error} onRetry={() => void preview.refetch()} isCompact />;
  const { values, phones, droppedPhones, cases, sessions } = preview.data;
  const list = (numbers: MergePreview['phones']): string => numbers.map((one) => phone(one.e164)).join(', ');
  return (
    <Stack gap="md">
      <MergeValues values={values} take={take} onTake={onTake} />
      <Table withRowBorders={false} p={0}>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td c="dimmed">{t('merge.phones')}</Table.Td>
            <Table.Td>{list(phones) || '–'}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Stack gap={4}>
        {droppedPhones.length > 0 ? <Text>{t('merge.dropped', { phones: list(droppedPhones) })}</Text> : null}
        <LoginOutcome preview={preview.data} />
        {sessions > 0 ? <Text>{t('close.sessions', { count: sessions })}</Text> : null}
        {cases > 0 ? <Text>{t('merge.cases', { count: cases })}</Text> : null}
        <Text fw={500}>{t('delete.noUndo')}</Text>
      </Stack>
    </Stack>
  );
};

/** Which login is left, and what becomes of the other one. */
const LoginOutcome = ({ preview: { login } }: { preview: MergePreview }) => {
  const { t } = useTranslation('contacts');
  const { phone } = useFormat();
  const ids = (values: readonly string[]): string => values.map(phone).join(', ');
  const companies = login.otherAlsoAt.map((company) => company.customerName).join(', ');
  if (login.kept === 'none') return <Text>{t('fate.none')}</Text>;
  return (
    <>
      <Text>{t(login.keptHasSecret ? 'merge.keptWithSecret' : 'merge.kept', { ids: ids(login.keptLoginIds) })}</Text>
      {login.other === 'deleted' ? <Text>{t('merge.otherEnds', { ids: ids(login.otherLoginIds) })}</Text> : null}
      {login.other === 'stays' ? (
        <Text>{t('merge.otherStays', { ids: ids(login.otherLoginIds), companies })}</Text>
      ) : null}
    </>
  );
};
