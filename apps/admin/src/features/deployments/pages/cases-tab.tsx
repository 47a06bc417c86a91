import { CaseList } from '../../../shared/people/case-list';
import { useDeploymentOfPage } from '../deployment-of-page';

export const CasesTab = () => <CaseList deploymentId={useDeploymentOfPage().deployment.id} />;
