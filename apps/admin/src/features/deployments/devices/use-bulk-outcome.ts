import type { DeviceChanges } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../../../ui/toasts';
import { countResults } from './bulk-changes';

/** Says how many were changed, and what kept the others from it. */
export const useBulkOutcome = (): ((items: DeviceChanges['items']) => void) => {
  const { t } = useTranslation('devices');
  const toast = useToasts();
  return (items) => {
    const counts = countResults(items);
    const parts = [
      t('bulk.changed', { count: counts.changed }),
      ...(counts.unchanged > 0 ? [t('bulk.unchanged', { count: counts.unchanged })] : []),
      ...(counts.too_many_tags > 0 ? [t('bulk.tooManyTags', { count: counts.too_many_tags })] : []),
      ...(counts.not_found > 0 ? [t('bulk.notFound', { count: counts.not_found })] : []),
    ];
    toast.done(parts.join(' '));
  };
};
