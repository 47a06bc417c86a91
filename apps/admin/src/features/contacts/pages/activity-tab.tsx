import { ActivityList } from '../../../shared/activity/activity-list';
import { useContactActivity } from '../../../shared/people/people.api';
import { listQuery } from '../../../ui/data-list/list-query';
import { useContactOfPage } from '../contact-of-page';

export const ActivityTab = () => <ActivityList query={listQuery(useContactActivity(useContactOfPage().contact.id))} />;
