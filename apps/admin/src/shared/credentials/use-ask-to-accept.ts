import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useToasts } from '../../ui/toasts';
import { asSentence } from '../access/check-words';
import { fetchContact, usePeopleAct } from '../people/people.api';
import { askToAccept, type AskWay } from './credentials.api';

/** Asks whoever has the login to accept, and says whether the question went out. Pressed again after a lost answer it is asked once. */
export function useAskToAccept(): (contactId: string, way: AskWay) => Promise<void> {
  const { t } = useTranslation(['contacts', 'credentials']);
  const act = usePeopleAct();
  const toast = useToasts();
  const keyFor = useIdempotencyKey();
  return async (contactId, way) => {
    try {
      const { version, lastDelivery } = await fetchContact(contactId);
      const key = keyFor({ contactId, way, version, at: lastDelivery?.at });
      const { isDone, ways } = await act(() => askToAccept(contactId, way, key));
      if (isDone) return toast.done(t('asked.done'));
      const obstacle = ways.find((one) => one.way === way)?.obstacle ?? 'no_way_left';
      toast.failed(null, asSentence(t(`credentials:give.reason.${obstacle}`)));
    } catch (problem) {
      toast.failed(problem);
    }
  };
}
