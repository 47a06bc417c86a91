import { useT } from '../i18n/use-t';
import type { Loadable } from '../lib/loadable';
import { PageTitle } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { ChangePasswordForm, type ChangePasswordProps } from './change-password-form';
import { OwnDevices, type OwnDevicesProps } from './own-devices';
import { OwnEmail, type OwnEmailProps } from './own-email';
import { OwnPhones, type OwnPhonesProps } from './own-phones';
import { OwnData, type OwnDataProps } from './own-data';
import { ProfileForm, type ProfileProps } from './profile-form';

export interface SettingsPageProps {
  profile: ProfileProps;
  /** Absent when the contact may not change the password (S3.12), or has none. */
  password?: ChangePasswordProps | undefined;
  /** Absent for staff who only look. */
  email?: OwnEmailProps | undefined;
  /** Absent where there is nothing to confirm. */
  phones?: OwnPhonesProps | undefined;
  devices: Loadable<OwnDevicesProps>;
  ownData: Loadable<OwnDataProps>;
}

export function SettingsPage({ profile, email, phones, password, devices, ownData }: SettingsPageProps) {
  const t = useT('profile');
  return (
    <>
      <PageTitle title={t('title')} />
      {/* The language may also be chosen in the header. */}
      <ProfileForm key={profile.profile.language} {...profile} />
      {email && <OwnEmail {...email} />}
      {phones && <OwnPhones {...phones} />}
      {password && <ChangePasswordForm {...password} />}
      {devices.status === 'loading' && <Skeleton rows={2} />}
      {devices.status === 'failed' && <FailedState failure={devices.failure} onRetry={devices.onRetry} />}
      {devices.status === 'ready' && <OwnDevices {...devices.data} />}
      {ownData.status === 'loading' && <Skeleton rows={2} />}
      {ownData.status === 'failed' && <FailedState failure={ownData.failure} onRetry={ownData.onRetry} />}
      {ownData.status === 'ready' && <OwnData {...ownData.data} />}
    </>
  );
}
