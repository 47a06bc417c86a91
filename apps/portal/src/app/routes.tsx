import { lazy, type ComponentType } from 'react';
import { Route, Routes } from 'react-router-dom';
import { routePatterns as path } from '../lib/paths';
import { SignInRoute } from '../credentials/sign-in-route';
import { RequireSession } from './require-session';

/** A page that is fetched when its address is first opened. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): ComponentType =>
  lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));

const ActivationRoute = page(() => import('../credentials/activation-route'), 'ActivationRoute');
const ResetRoute = page(() => import('../credentials/resets/reset-route'), 'ResetRoute');
const PrivacyRoute = page(() => import('../profile/privacy-route'), 'PrivacyRoute');
const HelpPage = page(() => import('../credentials/help-page'), 'HelpPage');
const ViewRoute = page(() => import('../credentials/view-route'), 'ViewRoute');
const NewPasswordRoute = page(() => import('../credentials/must-change-password-route'), 'MustChangePasswordRoute');
const ChooseCompanyRoute = page(() => import('../credentials/choose-company-route'), 'ChooseCompanyRoute');
const JoiningRoute = page(() => import('../credentials/joining/joining-route'), 'JoiningRoute');
const HomeRoute = page(() => import('../cases/home-route'), 'HomeRoute');
const ReportRoute = page(() => import('../cases/report-route'), 'ReportRoute');
const CaseRoute = page(() => import('../cases/case-route'), 'CaseRoute');
const ColleaguesRoute = page(() => import('../colleagues/colleagues-route'), 'ColleaguesRoute');
const NotFoundPage = page(() => import('./not-found-page'), 'NotFoundPage');
const SettingsRoute = page(() => import('../profile/settings-route'), 'SettingsRoute');

/** Every address of the portal. All are compared with their exact letters, as everything else in here does. */
export function PortalRoutes() {
  return (
    <Routes>
      <Route path={path.signIn} element={<SignInRoute />} caseSensitive />
      <Route path={path.activate} element={<ActivationRoute />} caseSensitive />
      <Route path={path.reset} element={<ResetRoute />} caseSensitive />
      <Route path={path.view} element={<ViewRoute />} caseSensitive />
      <Route path={path.privacy} element={<PrivacyRoute />} caseSensitive />
      <Route path={path.help} element={<HelpPage />} caseSensitive />
      <Route element={<RequireSession />}>
        <Route path={path.newPassword} element={<NewPasswordRoute />} caseSensitive />
        <Route path={path.chooseCompany} element={<ChooseCompanyRoute />} caseSensitive />
        <Route path={path.joining} element={<JoiningRoute />} caseSensitive />
        <Route path={path.home} element={<HomeRoute />} />
        <Route path={path.report} element={<ReportRoute />} caseSensitive />
        <Route path={path.case} element={<CaseRoute />} caseSensitive />
        <Route path={path.colleagues} element={<ColleaguesRoute />} caseSensitive />
        <Route path={path.settings} element={<SettingsRoute />} caseSensitive />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
