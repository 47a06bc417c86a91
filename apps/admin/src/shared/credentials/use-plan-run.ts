import { planAccessRun, type PlanAccessRun } from '@latchkey/api-client';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';

/** Chosen contacts, or all that a list or the access report shows. */
export type Many = Pick<PlanAccessRun, 'contactIds' | 'filter' | 'report'>;

/** Plans a run and leads to its dry run: what would become of each is seen before anything is sent. */
export const usePlanRun = () => {
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const plan = async (body: PlanAccessRun): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { data } = await planAccessRun({ body, headers: { 'Idempotency-Key': keyFor(body) } });
      await navigate(`/access-runs/${data.id}`);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return { plan, isBusy, error };
};
