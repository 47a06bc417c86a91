import { Anchor, Button } from '@mantine/core';
import type { Deployment } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useNavigate, useParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { ActionMenu } from '../../../ui/action-menu';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { UrlTabs } from '../../../ui/url-tabs';
import { useDeploymentDialogs } from '../deployment-dialogs';
import type { DeploymentOfPage } from '../deployment-of-page';
import { useDeployment } from '../deployments.api';
import { useDeploymentActions } from '../use-deployment-actions';

const EVENTS = ['deployment.changed'];
const OPERATIONS = ['getDeployment', 'getDeploymentPortal', 'getDeploymentChecklist', 'listDeploymentActivity'];

export const DeploymentPage = () => {
  const { deploymentId = '' } = useParams();
  useLiveRefresh(EVENTS, OPERATIONS);
  return (
    <Loaded query={useDeployment(deploymentId)} isPage>
      {(deployment) => <DeploymentHead deployment={deployment} />}
    </Loaded>
  );
};

/** What stands on buttons or tabs of the page already. */
const ELSEWHERE = ['open', 'portal', 'addDevice'];

const DeploymentHead = ({ deployment }: { deployment: Deployment }) => {
  const { t } = useTranslation('deployments');
  const navigate = useNavigate();
  const dialogs = useDeploymentDialogs(() => navigate('/deployments', { replace: true }));
  const actions = useDeploymentActions(dialogs.open);
  const base = `/deployments/${deployment.id}`;
  const { customer, portal, status } = deployment;
  const facts = [
    <Anchor key="customer" component={Link} to={`/customers/${customer.id}`}>
      {customer.name}
    </Anchor>,
    ...(deployment.city ? [deployment.city] : []),
    ...(status === 'inactive'
      ? [
          <StateBadge key="status" tone="quiet">
            {t('status.inactive')}
          </StateBadge>,
        ]
      : []),
    <StateBadge key="portal" tone={portal.isEnabled ? 'good' : 'quiet'}>
      {t(portal.isEnabled ? 'portalOn' : 'portalOff')}
    </StateBadge>,
  ];
  return (
    <>
      <PageHeader
        title={deployment.name}
        back={{ to: '/deployments', label: t('title') }}
        facts={facts}
        secondary={
          deployment.allowedActions.includes('add_device') ? (
            <Button variant="default" component={Link} to={`${base}/devices/new`}>
              {t('addDevice')}
            </Button>
          ) : null
        }
        menu={
          <ActionMenu
            label={t('common:moreActions')}
            actions={actions(deployment).filter(({ id }) => !ELSEWHERE.includes(id))}
          />
        }
      />
      <UrlTabs
        label={deployment.name}
        base={base}
        tabs={[
          { to: '', label: t('tab.devices'), count: deployment.devices },
          { to: 'portal', label: t('tab.portal') },
          { to: 'labels', label: t('tab.labels') },
          { to: 'cases', label: t('tab.cases') },
          { to: 'activity', label: t('tab.activity') },
        ]}
      />
      <Outlet context={{ deployment } satisfies DeploymentOfPage} />
      {dialogs.element}
    </>
  );
};
