import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { EmptyState } from '../../../ui/empty-state';
import { DeploymentList } from '../deployment-list';

/** On the page of a customer: where its devices are. */
export const CustomerTab = () => {
  const { t } = useTranslation('deployments');
  const { customerId = '' } = useParams();
  const can = useCan();
  return (
    <>
      {can('deployment:write') ? (
        <Group justify="flex-end" mb="xs">
          <Button variant="default" size="xs" component={Link} to={`/deployments/new?customer=${customerId}`}>
            {t('add')}
          </Button>
        </Group>
      ) : null}
      <DeploymentList
        customerId={customerId}
        empty={<EmptyState title={t('ofCustomer.empty')} text={t('empty.text')} />}
      />
    </>
  );
};
