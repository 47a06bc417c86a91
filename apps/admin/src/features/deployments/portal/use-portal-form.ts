import { useForm } from '@mantine/form';
import type { DeploymentPortal } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../../../lib/problem';
import { changedKeys, rebase } from '../../../lib/rebase';
import { useFormProblems } from '../../../ui/form-problems';
import { useToasts } from '../../../ui/toasts';
import { useDeploymentAct } from '../deployments.api';
import { fetchPortal, savePortal } from '../portal.api';
import { toPortalChange, toPortalValues, type PortalValues } from './portal-values';

interface Outcome {
  stored: DeploymentPortal;
  values: PortalValues;
  /** Fields that somebody else changed too: nothing was saved yet. */
  clashes: readonly string[];
}

/** Saves; what somebody else stored meanwhile (412) stays, unless both changed the same field. */
const useSaving = (deploymentId: string) => {
  const act = useDeploymentAct();
  const send = async (values: PortalValues, from: DeploymentPortal): Promise<Outcome> => {
    const change = toPortalChange(values, toPortalValues(from));
    const stored = await act(() => savePortal({ id: deploymentId, version: from.version }, change));
    return { stored, values: toPortalValues(stored), clashes: [] };
  };
  return async (values: PortalValues, base: DeploymentPortal): Promise<Outcome> => {
    try {
      return await send(values, base);
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
    }
    const newest = await fetchPortal(deploymentId);
    const merged = rebase(values, toPortalValues(base), toPortalValues(newest));
    if (merged.clashes.length === 0) return send(merged.values, newest);
    return { stored: newest, values: merged.values, clashes: merged.clashes.map(String) };
  };
};

/** The options as a form. Somebody else's change of other fields is kept; of the same field it is shown first. */
export const usePortalForm = (deploymentId: string, portal: DeploymentPortal) => {
  const { t } = useTranslation('deployment-portal');
  const toast = useToasts();
  const store = useSaving(deploymentId);
  const [base, setBase] = useState(portal);
  const [isBusy, setBusy] = useState(false);
  const [clashes, setClashes] = useState<readonly string[]>([]);
  const start = toPortalValues(base);
  const form = useForm<PortalValues>({ mode: 'controlled', initialValues: start });
  const { show, clear, problems } = useFormProblems(form);

  const save = async (values: PortalValues): Promise<void> => {
    setBusy(true);
    clear();
    try {
      const outcome = await store(values, base);
      setBase(outcome.stored);
      form.setValues(outcome.values);
      setClashes(outcome.clashes);
      if (outcome.clashes.length === 0) toast.done(t('saved'));
    } catch (error) {
      show(error);
    } finally {
      setBusy(false);
    }
  };

  const undo = (): void => {
    clear();
    setClashes([]);
    form.setValues(start);
    form.clearErrors();
  };

  const isDirty = changedKeys(form.values, start).length > 0;
  return { form, save, undo, isBusy, isDirty, clashes, problems };
};

export type PortalForm = ReturnType<typeof usePortalForm>;
