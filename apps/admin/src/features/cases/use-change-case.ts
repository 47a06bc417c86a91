import type { Case, ChangeCase } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../../ui/toasts';
import { MOVES, type StatusMove } from './case-words';
import { useCaseActs } from './cases.api';

export interface ChangeThis {
  isBusy: boolean;
  move: (move: StatusMove) => Promise<void>;
  assign: (person: { id: string; name: string } | null) => Promise<void>;
  prioritise: (priority: Case['priority']) => Promise<void>;
}

/** Changes of one case, based on the version on the screen; a clash is told, and the newest state fetched. */
export const useChangeCase = (one: Case): ChangeThis => {
  const { t } = useTranslation('cases');
  const { done, failed } = useToasts();
  const acts = useCaseActs(one.id);
  const [isBusy, setBusy] = useState(false);

  const change = async (body: ChangeCase, told: string): Promise<void> => {
    setBusy(true);
    try {
      await acts.change(one.version, body);
      done(told);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    isBusy,
    move: (move) => change({ status: MOVES[move] }, t('told.status', { status: t(`status.${MOVES[move]}`) })),
    assign: (person) =>
      change(
        { assigneeId: person?.id ?? null },
        person ? t('told.assigned', { name: person.name }) : t('told.unassigned'),
      ),
    prioritise: (priority) => change({ priority }, t('told.priority', { priority: t(`priority.${priority}`) })),
  };
};
