import type { Case, ChangeCase } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { relativeTime } from '../../lib/format';
import { toProblem } from '../../lib/problem';
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
  const { t, i18n } = useTranslation('cases');
  const { done, failed } = useToasts();
  const acts = useCaseActs(one.id);
  const ago = (at: string): string => relativeTime(at, Date.now(), i18n.language);
  const [isBusy, setBusy] = useState(false);

  /** Their state is on the screen when this is read; what is typed in the answer stays. */
  const whoWasFaster = async (): Promise<string> => {
    const theirs = await acts.catchUp();
    return theirs ? t('told.changedBy', { name: theirs.author.name, at: ago(theirs.createdAt) }) : t('told.changed');
  };

  const change = async (body: ChangeCase, told: string): Promise<void> => {
    setBusy(true);
    try {
      await acts.change(one.version, body);
      done(told);
    } catch (error) {
      failed(error, toProblem(error).status === 412 ? await whoWasFaster() : undefined);
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
