import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActivityList } from '../../../shared/activity/activity-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { Loaded } from '../../../ui/loaded';
import { DeploymentFacts } from '../deployment-facts';
import { useDeploymentOfPage } from '../deployment-of-page';
import { useDeploymentActivity, useDeploymentTraffic } from '../deployments.api';
import classes from '../deployments.module.css';
import { TrafficChart } from '../traffic-chart';

export const ActivityTab = () => {
  const { t } = useTranslation('deployments');
  const { deployment } = useDeploymentOfPage();
  const traffic = useDeploymentTraffic(deployment.id);
  const activity = useDeploymentActivity(deployment.id);
  return (
    <div className={classes.columns}>
      <div>
        <Loaded query={traffic}>{({ weeks }) => <TrafficChart weeks={weeks} />}</Loaded>
        <Title order={2} mt="xl" mb="xs">
          {t('activity:list')}
        </Title>
        <ActivityList query={listQuery(activity)} />
      </div>
      <DeploymentFacts deployment={deployment} />
    </div>
  );
};
