import { Alert, Anchor, Button, Checkbox, Group, Stack, Table, Text, Tooltip } from '@mantine/core';
import type { Contact, ContactRights } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../app/session';
import { usePeopleAct } from '../../shared/people/people.api';
import { useProtectedAct } from '../../shared/secrets/use-protected-act';
import { FailedState } from '../../ui/failed-state';
import { LeaveWarning } from '../../ui/leave-warning';
import { StateBadge } from '../../ui/state-badge';
import { useToasts } from '../../ui/toasts';
import { saveContactRights, type ContactRight } from './contacts.api';

type Item = ContactRights['items'][number];

const takenFrom = (items: readonly Item[]): ContactRight[] =>
  items.filter((item) => !item.contact).map((item) => item.right);

interface RightsMatrixProps {
  contact: Contact;
  rights: ContactRights;
}

/** Profile, contact and portal side by side, the result, and the reason for each no (S3.10, INV-6). */
export const RightsMatrix = ({ contact, rights }: RightsMatrixProps) => {
  const { t } = useTranslation('rights');
  const act = usePeopleAct();
  const toast = useToasts();
  const mayWrite = useCan()('rights:write');
  const [removed, setRemoved] = useState<ContactRight[]>(() => takenFrom(rights.items));
  const isDirty = removed.toSorted().join() !== takenFrom(rights.items).toSorted().join();
  const toggle = (right: ContactRight): void =>
    setRemoved(removed.includes(right) ? removed.filter((one) => one !== right) : [...removed, right]);

  const {
    start: save,
    isBusy,
    error,
    dialog,
  } = useProtectedAct(
    (wanted: ContactRight[]) => act(() => saveContactRights({ id: contact.id, version: rights.version }, wanted)),
    () => toast.done(t('matrix.saved')),
  );

  return (
    <Stack gap="md" maw={900}>
      <Text>
        {t('matrix.intro')}{' '}
        <Anchor component={Link} to={`/rights/${rights.profile.id}`}>
          {t('matrix.profile', { name: rights.profile.name })}
        </Anchor>
      </Text>
      <Blanket items={rights.items} />
      <Table.ScrollContainer minWidth={280}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('matrix.right')}</Table.Th>
              <Table.Th visibleFrom="xs">{t('matrix.byProfile')}</Table.Th>
              <Table.Th>{t('matrix.byContact')}</Table.Th>
              <Table.Th visibleFrom="xs">{t('matrix.byPortal')}</Table.Th>
              <Table.Th>{t('matrix.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rights.items.map((item) => (
              <RightRow
                key={item.right}
                item={item}
                isKept={!removed.includes(item.right)}
                onToggle={mayWrite ? () => toggle(item.right) : undefined}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {error === null ? null : <FailedState error={error} isCompact />}
      {mayWrite ? (
        <Group gap="xs">
          <Button disabled={!isDirty} loading={isBusy} onClick={() => void save(removed)}>
            {t('common:save')}
          </Button>
          <Button variant="default" disabled={!isDirty} onClick={() => setRemoved(takenFrom(rights.items))}>
            {t('common:cancel')}
          </Button>
        </Group>
      ) : null}
      <LeaveWarning when={isDirty} />
      {dialog}
    </Stack>
  );
};

/** While nobody gets in at all, no single right matters: said once. */
const Blanket = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation('rights');
  const reason = items.find((item) => item.reason === 'inactive' || item.reason === 'not_portal_user')?.reason;
  return reason ? (
    <Alert color="yellow" variant="light">
      {t(`reason.${reason}`)}
    </Alert>
  ) : null;
};

interface RightRowProps {
  item: Item;
  isKept: boolean;
  onToggle: (() => void) | undefined;
}

/** What the server would answer, for ticks that are not saved yet; its own reason where nothing changed. */
const reasonFor = (item: Item, isKept: boolean): Item['reason'] => {
  if (isKept === item.contact || item.reason === 'inactive' || item.reason === 'not_portal_user') return item.reason;
  if (!item.profile) return 'profile';
  if (!isKept) return 'contact';
  return item.portal ? null : 'portal';
};

const RightRow = ({ item, isKept, onToggle }: RightRowProps) => {
  const { t } = useTranslation('rights');
  const name = t(`right.${item.right.replace(':', '_')}`);
  const reason = reasonFor(item, isKept);
  const yesNo = (value: boolean): string => t(value ? 'matrix.yes' : 'matrix.no');
  const isIdle = !item.profile;
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td visibleFrom="xs" c={item.profile ? undefined : 'dimmed'}>
        {yesNo(item.profile)}
      </Table.Td>
      <Table.Td>
        <Tooltip label={t('matrix.idle')} disabled={!isIdle}>
          <Checkbox
            checked={isKept}
            onChange={onToggle}
            disabled={onToggle === undefined}
            aria-label={t('matrix.allow', { right: name })}
          />
        </Tooltip>
      </Table.Td>
      <Table.Td visibleFrom="xs" c={item.portal ? undefined : 'dimmed'}>
        {yesNo(item.portal)}
      </Table.Td>
      <Table.Td>
        <StateBadge tone={reason === null ? 'good' : 'quiet'} note={reason ? t(`reason.${reason}`) : undefined}>
          {yesNo(reason === null)}
        </StateBadge>
      </Table.Td>
    </Table.Tr>
  );
};
