import type { Deployment } from '@latchkey/api-client';
import { useOutletContext } from 'react-router-dom';

/** What the deployment's page gives to its tabs. */
export interface DeploymentOfPage {
  deployment: Deployment;
}

export const useDeploymentOfPage = (): DeploymentOfPage => useOutletContext<DeploymentOfPage>();
