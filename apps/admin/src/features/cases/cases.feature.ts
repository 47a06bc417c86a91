import { page, type Feature } from '../../app/feature';
import { searchCases } from './cases.api';

export const feature: Feature = {
  routes: [
    { path: 'cases', lazy: page(() => import('./pages/cases-page'), 'CasesPage') },
    { path: 'cases/new', lazy: page(() => import('./pages/new-case-page'), 'NewCasePage') },
    { path: 'cases/:caseId', lazy: page(() => import('./pages/case-page'), 'CasePage') },
  ],
  palette: [
    {
      id: 'cases',
      groupKey: 'cases:title',
      permission: 'case:read',
      search: searchCases,
      actions: [
        { id: 'new', labelKey: 'cases:add', to: '/cases/new', permission: 'case:write' },
        { id: 'mine', labelKey: 'cases:palette.mine', to: '/cases?assignee=me&status=open,waiting' },
        { id: 'nobodys', labelKey: 'cases:palette.nobodys', to: '/cases?assignee=none&status=open,waiting' },
      ],
    },
  ],
};
