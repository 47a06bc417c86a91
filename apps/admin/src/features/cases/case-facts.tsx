import { Anchor, Button, Menu, NativeSelect, Stack } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Case } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useSession } from '../../app/session';
import { useShortcuts } from '../../lib/use-shortcuts';
import { Fact, Facts } from '../../ui/facts';
import { TimeAgo } from '../../ui/time-ago';
import { movesOf, PRIORITIES } from './case-words';
import { staffNamesOptions } from './cases.api';
import classes from './cases.module.css';
import { DeviceCases } from './reporting/device-cases';
import { DeviceFacts } from './reporting/device-facts';
import { Follows } from './reporting/follows';
import { ReporterFact } from './reporting/reporter-fact';
import { SourceMark } from './source-mark';
import { useChangeCase, type ChangeThis } from './use-change-case';

export const CaseFacts = ({ one }: { one: Case }) => {
  const { t } = useTranslation('cases');
  const change = useChangeCase(one);
  return (
    <aside className={classes.facts} aria-label={t('facts')}>
      {one.allowedActions.includes('change') ? <StatusMenu one={one} change={change} /> : null}
      <Handling one={one} change={change} />
      <Facts>
        <Fact label={t('column.customer')}>
          <Anchor component={Link} to={`/customers/${one.customer.id}`}>
            {one.customer.name}
          </Anchor>
        </Fact>
        {one.contact ? (
          <Fact label={t('column.contact')}>
            <Anchor component={Link} to={`/contacts/${one.contact.id}`}>
              {one.contact.name}
            </Anchor>
          </Fact>
        ) : null}
        <ReporterFact one={one} />
        {one.followers.length > 0 ? (
          <Fact label={t('column.followers')}>
            {one.followers.map(({ id, name }) => (
              <Anchor key={id} component={Link} to={`/contacts/${id}`} display="block">
                {name}
              </Anchor>
            ))}
          </Fact>
        ) : null}
        <DeviceFacts one={one} />
        <Fact label={t('column.source')}>
          <SourceMark source={one.source} />
        </Fact>
        <Fact label={t('column.created')}>
          <TimeAgo at={one.createdAt} />
        </Fact>
        {one.closedAt ? (
          <Fact label={t('column.closed')}>
            <TimeAgo at={one.closedAt} />
          </Fact>
        ) : null}
      </Facts>
      <Follows one={one} />
      {one.deviceId ? <DeviceCases key={one.id} caseId={one.id} deviceId={one.deviceId} /> : null}
    </aside>
  );
};

interface PartProps {
  one: Case;
  change: ChangeThis;
}

const StatusMenu = ({ one, change }: PartProps) => {
  const { t } = useTranslation('cases');
  const [isOpen, setOpen] = useState(false);
  const moves = movesOf(one.allowedActions);
  useShortcuts({
    title: t('keys.title'),
    shortcuts: [{ keys: 's', label: t('keys.status'), run: () => setOpen(true) }],
  });
  return (
    <Menu opened={isOpen} onChange={setOpen} width="target">
      <Menu.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          disabled={moves.length === 0 || change.isBusy}
        >
          {t('changeStatus')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {moves.map((move) => (
          <Menu.Item key={move} onClick={() => void change.move(move)}>
            {t(`move.${move}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

/** Who handles it, and how soon. */
const Handling = ({ one, change }: PartProps) => {
  const { t } = useTranslation('cases');
  const { staffMember } = useSession();
  const staff = useQuery(staffNamesOptions);
  const canChange = one.allowedActions.includes('change');
  const isMine = one.assignee?.id === staffMember.id;
  const assignToMe = (): void => void change.assign({ id: staffMember.id, name: staffMember.name });
  useShortcuts({
    title: t('keys.title'),
    shortcuts: canChange && !isMine ? [{ keys: 'a', label: t('keys.assign'), run: assignToMe }] : [],
  });
  const others = (staff.data ?? []).filter(({ id }) => id !== one.assignee?.id);
  const names = [...(one.assignee ? [one.assignee] : []), ...others];
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('column.assignee')}
        value={one.assignee?.id ?? ''}
        disabled={!canChange || change.isBusy}
        onChange={(event) => void change.assign(names.find(({ id }) => id === event.currentTarget.value) ?? null)}
        data={[{ value: '', label: t('nobody') }, ...names.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {canChange && !isMine ? (
        <Button variant="default" size="xs" onClick={assignToMe} disabled={change.isBusy}>
          {t('assignToMe')}
        </Button>
      ) : null}
      <NativeSelect
        label={t('column.priority')}
        value={one.priority}
        disabled={!canChange || change.isBusy}
        onChange={(event) => void change.prioritise(event.currentTarget.value as Case['priority'])}
        data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
      />
    </Stack>
  );
};
