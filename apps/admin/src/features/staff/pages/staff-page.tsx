import { Button, Modal, Text } from '@mantine/core';
import type { StaffMember } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useCan, useSession } from '../../../app/session';
import { useNow } from '../../../lib/now';
import { useListParams } from '../../../lib/use-list-params';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import type { Column } from '../../../ui/data-list/types';
import { EmptyState } from '../../../ui/empty-state';
import { FilterChip } from '../../../ui/filter-chip';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { MemberForm } from '../member-form';
import { statusOf, useStaffMembers } from '../staff.api';
import { statusWords } from '../staff-words';
import { useMemberActions } from '../use-member-actions';

const SPEC = { filters: ['status'] };

export const StaffPage = () => {
  const { t } = useTranslation('staff');
  const can = useCan();
  const params = useListParams(SPEC);
  const chosen = params.filters['status'] ?? [];
  const result = useStaffMembers(statusOf(chosen));
  const [edited, setEdited] = useState<StaffMember | null>(null);
  const [isInviting, setInviting] = useInviting();
  const { actionsOf, dialogs } = useMemberActions(setEdited);
  const columns = useColumns();
  const options = (['active', 'invited', 'inactive'] as const).map((value) => ({ value, label: t(`status.${value}`) }));
  const inviteButton = can('staff:write') ? (
    <Button onClick={() => setInviting(true)}>{t('invite.title')}</Button>
  ) : null;

  return (
    <>
      <PageHeader title={t('title')} primary={inviteButton} />
      <Text c="dimmed" mb="md" maw={720}>
        {t('lastOwner')}
      </Text>
      <DataList
        id="staff"
        label={t('title')}
        query={listQuery(result)}
        columns={columns}
        rowId={(member) => member.id}
        rowName={(member) => member.name}
        rowActions={actionsOf}
        filters={
          <FilterChip
            filter={{ name: 'status', label: t('status.label'), options }}
            values={chosen}
            onChange={(values) => params.setFilter('status', values.slice(-1))}
          />
        }
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={<EmptyState title={t('empty')} text={t('invite.text')} actions={inviteButton} />}
      />
      <Modal
        opened={isInviting || edited !== null}
        onClose={() => (edited ? setEdited(null) : setInviting(false))}
        title={edited ? t('edit.title', { name: edited.name }) : t('invite.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {edited ? (
          <MemberForm member={edited} onDone={() => setEdited(null)} />
        ) : (
          <MemberForm onDone={() => setInviting(false)} />
        )}
      </Modal>
      {dialogs}
    </>
  );
};

/** Whether the form for a new member is open stands in the address: the command palette leads to it. */
const useInviting = () => {
  const [params, setParams] = useSearchParams();
  const set = (isOpen: boolean): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (isOpen) after.set('invite', 'yes');
        else after.delete('invite');
        return after;
      },
      { replace: true },
    );
  return [params.get('invite') === 'yes', set] as const;
};

const useColumns = (): readonly [Column<StaffMember>, ...Column<StaffMember>[]] => {
  const { t } = useTranslation('staff');
  const { staffMember } = useSession();
  return [
    {
      id: 'name',
      header: t('name'),
      render: ({ id, name }) => (id === staffMember.id ? t('you', { name }) : name),
    },
    { id: 'email', header: t('email'), render: ({ email }) => email },
    { id: 'role', header: t('role.label'), width: '120px', render: ({ role }) => t(`role.${role}`) },
    { id: 'status', header: t('status.label'), width: '220px', render: (member) => <MemberStatus member={member} /> },
    {
      id: 'secondStep',
      header: t('secondStep.label'),
      width: '130px',
      render: ({ hasSecondFactor }) => (
        <StateBadge tone={hasSecondFactor ? 'good' : 'quiet'}>
          {t(hasSecondFactor ? 'secondStep.on' : 'secondStep.off')}
        </StateBadge>
      ),
    },
    {
      id: 'seen',
      header: t('lastSignIn'),
      width: '150px',
      render: ({ lastSignInAt }) => <TimeAgo at={lastSignInAt} />,
    },
  ];
};

const MemberStatus = ({ member }: { member: StaffMember }) => {
  const { t } = useTranslation('staff');
  const { tone, word } = statusWords(member, useNow());
  const until = word === 'invited' && member.invitationExpiresAt ? member.invitationExpiresAt : null;
  return (
    <StateBadge
      tone={tone}
      note={
        until ? (
          <>
            {t('status.until')} <TimeAgo at={until} />
          </>
        ) : null
      }
    >
      {t(`status.${word}`)}
    </StateBadge>
  );
};
