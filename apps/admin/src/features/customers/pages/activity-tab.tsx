import { ActivityList } from '../../../shared/activity/activity-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { useCustomerOfPage } from '../customer-of-page';
import { useCustomerActivity } from '../customers.api';

export const ActivityTab = () => (
  <ActivityList query={listQuery(useCustomerActivity(useCustomerOfPage().customer.id))} />
);
