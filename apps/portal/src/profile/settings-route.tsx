import { deviceName } from '../lib/device-name';
import { setLanguage } from '../i18n/language';
import { toLoadable, toSubmission, type Loadable } from '../lib/loadable';
import { ownDataOf } from '../lib/own-data';
import { toFailure } from '../lib/problem';
import { can, useSession } from '../lib/session';
import type { ChangePasswordProps } from './change-password-form';
import type { OwnSessionsProps } from './own-sessions';
import { useChangePassword, useEndSessions, useOwnSessions, useSaveProfile } from './profile.api';
import type { ProfileProps } from './profile-form';
import { SettingsPage } from './settings-page';

export function SettingsRoute() {
  return <SettingsPage profile={useProfile()} password={usePassword()} sessions={useSessions()} />;
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

function useSessions(): Loadable<OwnSessionsProps> {
  const sessions = toLoadable(useOwnSessions());
  const end = useEndSessions();
  if (sessions.status !== 'ready') return sessions;
  return {
    status: 'ready',
    data: {
      sessions: sessions.data.map(({ id, isCurrent, lastSeenAt, userAgent }) => ({
        id,
        isCurrent,
        lastActiveAt: lastSeenAt,
        ...deviceName(userAgent),
      })),
      failure: end.error ? toFailure(end.error) : undefined,
      onEnd: (id) => end.mutate({ id }),
      onEndOthers: () => end.mutate('others'),
    },
  };
}
