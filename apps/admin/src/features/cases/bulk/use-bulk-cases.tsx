import type { CaseRow } from '@latchkey/api-client';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import type { BulkAction } from '../../../ui/data-list/types';
import { useToasts } from '../../../ui/toasts';
import { actOnCases, outcomeOf } from './bulk-cases';

interface Chosen {
  action: 'close' | 'purge';
  rows: readonly CaseRow[];
  clear: () => void;
}

/** Closing many cases alike, and for owners and admins deleting reports that somebody played with a label for (POR-8). */
export const useBulkCases = (): { actions: readonly BulkAction<CaseRow>[] | undefined; dialog: ReactNode } => {
  const { t } = useTranslation('cases');
  const can = useCan();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const close: BulkAction<CaseRow> = {
    id: 'close',
    label: t('bulk.close'),
    icon: <IconCheck size={16} aria-hidden />,
    run: (rows, clear) => setChosen({ action: 'close', rows, clear }),
  };
  const purge: BulkAction<CaseRow> = {
    id: 'purge',
    label: t('bulk.purge'),
    icon: <IconTrash size={16} aria-hidden />,
    isDangerous: true,
    run: (rows, clear) => setChosen({ action: 'purge', rows, clear }),
  };
  return {
    actions: can('case:write') ? [close, ...(can('case:purge') ? [purge] : [])] : undefined,
    dialog: chosen ? <BulkCasesDialog {...chosen} onClose={() => setChosen(null)} /> : null,
  };
};

/** Only reports by label can be deleted: the others of the selection stay, and the dialog says so beforehand. */
const BulkCasesDialog = ({ action, rows, clear, onClose }: Chosen & { onClose: () => void }) => {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const toast = useToasts();
  const meant = action === 'close' ? rows : rows.filter(({ source }) => source === 'label');
  const count = meant.length;
  const others = rows.length - count;
  const go = async (): Promise<void> => {
    try {
      const ids = meant.map(({ id }) => id);
      const { done, left } = outcomeOf(await actOnCases(ids, action));
      const told = [t(`bulk.${action}d`, { count: done }), ...(left > 0 ? [t('bulk.left', { count: left })] : [])];
      toast.done(told.join(' '));
      clear();
    } finally {
      void client.invalidateQueries({ queryKey: [{ _id: 'listCases' }] });
    }
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={go}
      title={t(`bulk.${action}Title`, { count })}
      confirmLabel={t(`bulk.${action}Go`, { count })}
      isDangerous={action === 'purge'}
      isBlocked={count === 0}
      {...(action === 'purge' && count > 0 ? { typedPhrase: t('bulk.phrase') } : {})}
    >
      {t(`bulk.${action}Text`, { count })}
      {others > 0 ? ` ${t('bulk.others', { count: others })}` : ''}
    </ConfirmDialog>
  );
};
