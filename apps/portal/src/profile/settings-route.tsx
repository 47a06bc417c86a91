import { useCompanies } from '../credentials/companies.api';
import { deviceName } from '../lib/device-name';
import { setLanguage } from '../i18n/language';
import { toLoadable, toSubmission, type Loadable } from '../lib/loadable';
import { ownDataOf } from '../lib/own-data';
import { toFailure } from '../lib/problem';
import { can, useSession } from '../lib/session';
import type { ChangePasswordProps } from './change-password-form';
import type { OwnDevicesProps } from './own-devices';
import type { OwnDataProps } from './own-data';
import { proofOf } from './own-secret-field';
import type { OwnEmailProps } from './own-email';
import type { OwnPhonesProps } from './own-phones';
import {
  useAskEmailCode,
  useAskPhoneCode,
  useChangePassword,
  useConfirmEmail,
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
      email={useEmail()}
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
      // Beside it stands the form that changes it, except for staff who only look.
      email: session.view ? (session.email ?? undefined) : undefined,
      phones: session.phones,
    },
    canEditName: can(session, 'profile:edit'),
    submission: toSubmission(save),
    onSave: (changes) => save.mutate(changes, { onSuccess: () => void setLanguage(changes.language) }),
  };
}

function useEmail(): OwnEmailProps | undefined {
  const session = useSession();
  const ask = useAskEmailCode();
  const confirm = useConfirmEmail();
  if (session.view) return undefined;
  return {
    email: session.email,
    proof: proofOf(session),
    codeSentTo: ask.isSuccess && !confirm.isSuccess ? ask.variables.email : null,
    sending: toSubmission(ask),
    confirming: toSubmission(confirm),
    onAsk: ask.mutate,
    onConfirm: confirm.mutate,
    onRestart: () => {
      ask.reset();
      confirm.reset();
    },
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
  const session = useSession();
  const privacy = toLoadable(usePrivacy());
  const companies = toLoadable(useCompanies());
  const copy = useOwnCopy();
  if (privacy.status !== 'ready') return privacy;
  if (companies.status !== 'ready') return companies;
  return {
    status: 'ready',
    data: {
      kept: privacy.data,
      companies: companies.data.map(({ name }) => name),
      copy: session.view
        ? undefined
        : {
            proof: proofOf(session),
            submission: toSubmission(copy),
            onCopy: copy.mutate,
          },
    },
  };
}
