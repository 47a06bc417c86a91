import type { OwnCopyProps } from '../profile/own-data';
import { SettingsPage, type SettingsPageProps } from '../profile/settings-page';
import { minutesFromNow } from './data';
import { nothing, type Example } from './example';

const PROFILE: SettingsPageProps['profile'] = {
  profile: {
    name: 'Eva Lind',
    language: 'sv',
    email: 'eva@nordic.example',
    phones: ['+46 70 123 45 67', '+46 8 765 43 21'],
  },
  canEditName: true,
  submission: { status: 'done' },
  onSave: nothing,
};

const devices = (count: number): SettingsPageProps['devices'] => ({
  status: 'ready',
  data: {
    devices: [
      {
        id: '1',
        isCurrent: true,
        isSignedIn: true,
        browser: 'Firefox',
        system: 'Android',
        lastActiveAt: minutesFromNow(0),
      },
      {
        id: '2',
        isCurrent: false,
        isSignedIn: true,
        browser: 'Edge',
        system: 'Windows',
        lastActiveAt: minutesFromNow(-60 * 30),
      },
      { id: '3', isCurrent: false, isSignedIn: false, lastActiveAt: minutesFromNow(-60 * 24 * 6) },
    ].slice(0, count),
    onEnd: nothing,
    onEndOthers: nothing,
  },
});

const PASSWORD: SettingsPageProps['password'] = {
  rules: { minLength: 10, ownData: ['Eva Lind', 'eva@nordic.example'] },
  loginId: 'eva@nordic.example',
  hasPassword: true,
  companies: 3,
  submission: { status: 'failed', failure: { code: 'password.wrong' } },
  onSubmit: nothing,
};

const PHONES: SettingsPageProps['phones'] = {
  phones: [
    { e164: '+46701234567', isVerified: true },
    { e164: '+46707654321', isVerified: false },
  ],
  codeSentTo: '+46707654321',
  sending: { status: 'done' },
  confirming: { status: 'failed', failure: { code: 'phone.code_wrong' } },
  onAsk: nothing,
  onConfirm: nothing,
};

const EMAIL: SettingsPageProps['email'] = {
  email: 'eva@nordic.example',
  proof: 'password',
  codeSentTo: 'eva.lind@nordic.example',
  sending: { status: 'done' },
  confirming: { status: 'failed', failure: { code: 'email.code_wrong' } },
  onAsk: nothing,
  onConfirm: nothing,
  onRestart: nothing,
};

const ownData = (copy?: OwnCopyProps): SettingsPageProps['ownData'] => ({
  status: 'ready',
  data: {
    kept: { messageDays: 30, reporterMonths: 24, auditMonths: 24 },
    companies: ['Nordic AB', 'Svea Bygg'],
    copy,
  },
});

export const profileExamples: readonly Example[] = [
  {
    id: 'settings',
    isSignedIn: true,
    Show: () => (
      <SettingsPage
        profile={PROFILE}
        email={EMAIL}
        phones={PHONES}
        password={PASSWORD}
        devices={devices(3)}
        ownData={ownData({ proof: 'password', submission: { status: 'done' }, onCopy: nothing })}
      />
    ),
  },
  {
    id: 'settings-least',
    isSignedIn: true,
    Show: () => <SettingsPage profile={PROFILE} devices={devices(1)} ownData={ownData()} />,
  },
];
