import { Skeleton } from '@mantine/core';
import { FailedState } from '../../../ui/failed-state';
import { useContactRights } from '../contacts.api';
import { useContactOfPage } from '../contact-of-page';
import { RightsMatrix } from '../rights-matrix';

export const RightsTab = () => {
  const { contact } = useContactOfPage();
  const rights = useContactRights(contact.id);
  if (rights.error && !rights.data) return <FailedState error={rights.error} onRetry={() => void rights.refetch()} />;
  if (!rights.data) return <Skeleton height={320} />;
  return <RightsMatrix key={rights.data.version} contact={contact} rights={rights.data} />;
};
