import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['templates'],
  routes: [
    { path: 'case-templates', lazy: page(() => import('./pages/templates-page'), 'TemplatesPage') },
    { path: 'case-templates/new', lazy: page(() => import('./pages/new-template-page'), 'NewTemplatePage') },
    { path: 'case-templates/:templateId', lazy: page(() => import('./pages/template-page'), 'TemplatePage') },
  ],
};
