import { CaseList } from '../../../shared/people/case-list';
import { useCustomerOfPage } from '../customer-of-page';

export const CasesTab = () => <CaseList customerId={useCustomerOfPage().customer.id} />;
