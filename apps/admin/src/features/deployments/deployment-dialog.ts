import type { DeploymentRow } from '@latchkey/api-client';

/** What an action needs to know of the deployment it is about. */
export type ActedDeployment = Pick<DeploymentRow, 'id' | 'name' | 'allowedActions'>;

/** A question that is asked before a deployment is deactivated or deleted. */
export interface DeploymentDialog {
  kind: 'close' | 'delete';
  deployment: ActedDeployment;
}
