import { CaseList } from '../../../shared/people/case-list';
import { useContactOfPage } from '../contact-of-page';

export const CasesTab = () => <CaseList contactId={useContactOfPage().contact.id} />;
