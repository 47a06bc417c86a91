import { List, Radio, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Case, CaseRow } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FailedState } from '../../ui/failed-state';
import { TimeAgo } from '../../ui/time-ago';
import { useToasts } from '../../ui/toasts';
import { caseSearchOptions, useReportActs } from './cases.api';

interface MergeDialogProps {
  one: Case;
  isOpen: boolean;
  onClose: () => void;
}

/** Two reports of one problem become one case; nobody who follows is lost. */
export const MergeDialog = ({ one, isOpen, onClose }: MergeDialogProps) => {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const { done } = useToasts();
  const { mergeInto } = useReportActs(one.id);
  const [target, setTarget] = useState<CaseRow | null>(null);
  const merge = async (): Promise<void> => {
    if (!target) return;
    const stays = await mergeInto(target.id);
    done(t('merge.done', { from: one.number, into: stays.number }));
    await navigate(`/cases/${stays.id}`);
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={merge}
      title={t('merge.title', { number: one.number })}
      confirmLabel={target ? t('merge.go', { number: target.number }) : t('merge.action')}
      isBlocked={target === null}
    >
      <Stack gap="md">
        <Candidates one={one} value={target} onChange={setTarget} />
        {target ? (
          <div role="note" aria-live="polite">
            <Text fw={500}>{t('merge.what')}</Text>
            <List size="sm">
              <List.Item>{t('merge.messages', { from: one.number, into: target.number })}</List.Item>
              <List.Item>{t('merge.followers', { into: target.number })}</List.Item>
              <List.Item>{t('merge.closes', { from: one.number })}</List.Item>
              <List.Item>{t('merge.noUndo')}</List.Item>
            </List>
          </div>
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
};

interface CandidatesProps {
  one: Case;
  value: CaseRow | null;
  onChange: (target: CaseRow | null) => void;
}

const OPEN: CaseRow['status'][] = ['open', 'waiting', 'solved'];

/** The same device first; typing looks among all cases of the customer. */
const Candidates = ({ one, value, onChange }: CandidatesProps) => {
  const { t } = useTranslation('cases');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const where = q === '' && one.deviceId ? { deviceId: one.deviceId } : { customerId: one.customer.id };
  const found = useQuery(caseSearchOptions({ ...where, status: OPEN, ...(q === '' ? {} : { q }) }));
  const rows = (found.data ?? []).filter(({ id }) => id !== one.id);
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label={t('merge.search')}
        description={one.deviceId ? t('merge.sameDevice') : t('merge.sameCustomer')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      {found.error ? <FailedState error={found.error} isCompact /> : null}
      {found.data && rows.length === 0 ? <Text c="dimmed">{t('merge.none')}</Text> : null}
      <ScrollArea.Autosize mah={260}>
        <Radio.Group
          aria-label={t('merge.search')}
          value={value?.id ?? ''}
          onChange={(id) => onChange(rows.find((row) => row.id === id) ?? null)}
        >
          <Stack gap="xs">
            {rows.map((row) => (
              <Radio
                key={row.id}
                value={row.id}
                label={`#${row.number} ${row.subject}`}
                description={
                  <>
                    {[t(`status.${row.status}`), row.device].filter(Boolean).join(' · ')} ·{' '}
                    <TimeAgo at={row.createdAt} />
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
      </ScrollArea.Autosize>
    </Stack>
  );
};
