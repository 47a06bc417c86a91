import { page, type Feature } from '../../app/feature';
import { SECOND_STEP, SIGN_IN, WELCOME } from '../../app/sign-in-address';

export const feature: Feature = {
  texts: ['session'],
  openRoutes: [
    { path: SIGN_IN, lazy: page(() => import('./pages/sign-in-page'), 'SignInPage') },
    { path: WELCOME, lazy: page(() => import('./pages/welcome-page'), 'WelcomePage') },
    { path: SECOND_STEP, lazy: page(() => import('./pages/second-step-page'), 'SecondStepPage') },
  ],
  routes: [
    { path: 'profile', lazy: page(() => import('./pages/profile-page'), 'ProfilePage') },
    { path: 'sessions', lazy: page(() => import('./pages/sessions-page'), 'SessionsPage') },
  ],
};
