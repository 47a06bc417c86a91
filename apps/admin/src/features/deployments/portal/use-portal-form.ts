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

/** Saves, and shows what is stored then. */
const useSaving = (deploymentId: string) => {
  const { t } = useTranslation('deployment-portal');
  const act = useDeploymentAct();
  const toast = useToasts();
  return async (values: PortalValues, from: DeploymentPortal): Promise<DeploymentPortal> => {
    const change = toPortalChange(values, toPortalValues(from));
    const stored = await act(() => savePortal({ id: deploymentId, version: from.version }, change));
    toast.done(t('saved'));
    return stored;
  };
};

/** The options as a form. Somebody else's change of other fields is kept; of the same field it is shown first. */
export const usePortalForm = (deploymentId: string, portal: DeploymentPortal) => {
  const store = useSaving(deploymentId);
  const [base, setBase] = useState(portal);
  const [isBusy, setBusy] = useState(false);
  const [clashes, setClashes] = useState<readonly string[]>([]);
  const start = toPortalValues(base);
  const form = useForm<PortalValues>({ mode: 'controlled', initialValues: start });
  const { show, clear, problems } = useFormProblems(form);

  const take = (stored: DeploymentPortal, values = toPortalValues(stored)): void => {
    setBase(stored);
    form.setValues(values);
  };

  const send = async (values: PortalValues, from: DeploymentPortal): Promise<void> => take(await store(values, from));

  const sendOnTop = async (values: PortalValues): Promise<void> => {
    const newest = await fetchPortal(deploymentId);
    const merged = rebase(values, start, toPortalValues(newest));
    if (merged.clashes.length === 0) return send(merged.values, newest);
    take(newest, merged.values);
    setClashes(merged.clashes.map(String));
  };

  const save = async (values: PortalValues): Promise<void> => {
    setBusy(true);
    setClashes([]);
    clear();
    try {
      await send(values, base).catch((error: unknown) => {
        if (toProblem(error).status !== 412) throw error;
        return sendOnTop(values);
      });
    } catch (error) {
      show(error);
    } finally {
      setBusy(false);
    }
  };

  const isDirty = changedKeys(form.values, start).length > 0;
  return { form, save, isBusy, isDirty, clashes, problems };
};

export type PortalForm = ReturnType<typeof usePortalForm>;
