import { useCompanies } from '../credentials/companies.api';
import { deviceName } from '../lib/device-name';
import { setLanguage } from '../i18n/language';
import { toLoadable, toSubmission, type Loadable } from '../lib/loadable';
import { ownDataOf } from '../lib/own-data';
import { toFailure } from '../lib/problem';
import { can, useSession } from '../lib/session';
import type { ChangePasswordProps } from './change-password-form';
import type { OwnDevicesProps } from './own-devices';
import type { OwnCopyProps, OwnDataProps } from './own-data';
import type { OwnPhonesProps } from './own-phones';
import {
  useAskPhoneCode,
  useChangePassword,
  useConfirmPhone,
  useEndDevices,
  useOwnCopy,
  useOwnDevices,
  useOwnPhones,
  usePrivacy,
  useSaveProfile,
} from './profile.api';
import type { ProfileProps } from './profile-form';
import { SettingsPage } from './settings-page';

export function SettingsRoute() {
  return (
    <SettingsPage
      profile={useProfile()}
      phones={usePhones()}
      password={usePassword()}
      devices={useDevices()}
      ownData={useOwnData()}
    />
  );
}

function useProfile(): ProfileProps {
  const session = useSession();
  const save = useSaveProfile();
  return {
    profile: {
      name: session.name,
      language: session.language ?? undefined,
      email: session.email ?? undefined,
      phones: session.phones,
    },
    canEditName: can(session, 'profile:edit'),
    submission: toSubmission(save),
    onSave: (changes) => save.mutate(changes, { onSuccess: () => void setLanguage(changes.language) }),
  };
}

/** A small addition to the page: it waits for nothing, and is absent where there is no number to confirm or none that is. */
function usePhones(): OwnPhonesProps | undefined {
  const contactId = useSession().company?.contactId;
  const { data } = useOwnPhones(contactId);
  const ask = useAskPhoneCode();
  const confirm = useConfirmPhone(contactId);
  const phones = (data ?? []).filter((phone) => phone.isVerified || phone.canBeVerified);
  if (phones.length === 0) return undefined;
  return {
    phones,
    codeSentTo: ask.isSuccess && !confirm.isSuccess ? ask.variables : null,
    sending: toSubmission(ask),
    confirming: toSubmission(confirm),
    onAsk: (phone) => {
      confirm.reset();
      ask.mutate(phone);
    },
    onConfirm: (phone, code) => confirm.mutate({ phone, code }),
  };
}

/** Absent without the right (S3.12), and for people without an e-mail address, which a password belongs to. */
function usePassword(): ChangePasswordProps | undefined {
  const session = useSession();
  const change = useChangePassword();
  if (!can(session, 'password:change') || !session.email) return undefined;
  return {
    rules: { minLength: session.minPasswordLength, ownData: ownDataOf(session) },
    loginId: session.email,
    hasPassword: session.hasPassword,
    companies: session.companies,
    submission: toSubmission(change),
    onSubmit: change.mutate,
  };
}

function useDevices(): Loadable<OwnDevicesProps> {
  const devices = toLoadable(useOwnDevices());
  const end = useEndDevices();
  if (devices.status !== 'ready') return devices;
  return {
    status: 'ready',
    data: {
      devices: devices.data.map(({ id, isCurrent, isSignedIn, lastSeenAt, userAgent }) => ({
        id,
        isCurrent,
        isSignedIn,
        lastActiveAt: lastSeenAt,
        ...deviceName(userAgent),
      })),
      failure: end.error ? toFailure(end.error) : undefined,
      onEnd: (id) => end.mutate({ id }),
      onEndOthers: () => end.mutate('others'),
    },
  };
}

function useOwnData(): Loadable<OwnDataProps> {
  const { method, hasPassword, view } = useSession();
  const privacy = toLoadable(usePrivacy());
  const companies = toLoadable(useCompanies());
  const copy = useOwnCopy();
  if (privacy.status !== 'ready') return privacy;
  if (companies.status !== 'ready') return companies;
  const linkProof: OwnCopyProps['proof'] = hasPassword ? 'password' : 'none';
  return {
    status: 'ready',
    data: {
      kept: privacy.data,
      companies: companies.data.map(({ name }) => name),
      copy: view
        ? undefined
        : {
            proof: method === 'pin' || method === 'password' ? method : linkProof,
            submission: toSubmission(copy),
            onCopy: copy.mutate,
          },
    },
  };
}
