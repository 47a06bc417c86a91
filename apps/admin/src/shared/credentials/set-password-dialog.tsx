import { Alert, Button, Checkbox, Group, PasswordInput, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import type { Contact, SetPassword } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../../lib/problem';
import { CopyOnce } from '../../ui/copy-once';
import { FailedState } from '../../ui/failed-state';
import { nameOf } from '../people/contact-words';
import { useContactAccess, usePeopleAct } from '../people/people.api';
import { SecretDialog } from '../secrets/secret-dialog';
import { useProtectedAct } from '../secrets/use-protected-act';
import { newPassword } from './credentials.api';

interface DialogProps {
  contact: Contact;
  onClose: () => void;
}

/** A password set by hand: announced for all companies, shown once, never again (S3.6, S3.11, INV-2). */
export const SetPasswordDialog = ({ contact, onClose }: DialogProps) => {
  const { t } = useTranslation('credentials');
  return (
    <SecretDialog<SetPassword>
      title={t('password.title', { name: nameOf(contact, t) })}
      onClose={onClose}
      ask={(show) => <PasswordForm contact={contact} onClose={onClose} onSet={show} />}
    >
      {(done) => <PasswordSet done={done} onClose={onClose} />}
    </SecretDialog>
  );
};

interface Draft {
  isTyped: boolean;
  password: string;
  again: string;
  mustChange: boolean;
}

const EMPTY: Draft = { isTyped: false, password: '', again: '', mustChange: true };

const PasswordForm = ({ contact, onClose, onSet }: DialogProps & { onSet: (done: SetPassword) => void }) => {
  const { t } = useTranslation('credentials');
  const act = usePeopleAct();
  const { start, dialog, isBusy, error } = useProtectedAct(
    ({ isTyped, password, mustChange }: Draft) =>
      act(() => newPassword(contact.id, isTyped ? { password, mustChange } : { mustChange })),
    onSet,
  );
  const [draft, setDraft] = useState(EMPTY);
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const differs = draft.isTyped && draft.again !== '' && draft.again !== draft.password;
  const isReady = !draft.isTyped || (draft.password !== '' && draft.again === draft.password);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !isBusy) void start(draft);
  };

  return (
    <>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Announcement contact={contact} />
          <SegmentedControl
            aria-label={t('password.how')}
            value={draft.isTyped ? 'typed' : 'generated'}
            onChange={(how) => change({ isTyped: how === 'typed' })}
            data={[
              { value: 'generated', label: t('password.generate') },
              { value: 'typed', label: t('password.type') },
            ]}
          />
          {draft.isTyped ? <TypedTwice draft={draft} onChange={change} differs={differs} error={error} /> : null}
          <Checkbox
            label={t('password.mustChange')}
            description={t('password.mustChangeHelp')}
            checked={draft.mustChange}
            onChange={(event) => change({ mustChange: event.currentTarget.checked })}
          />
          <Text c="dimmed">{t('password.notice', { email: contact.email ?? '' })}</Text>
          {error === null || weaknessOf(error) ? null : <FailedState error={error} isCompact />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!isReady}>
              {t(draft.isTyped ? 'password.goTyped' : 'password.goGenerated')}
            </Button>
          </Group>
        </Stack>
      </form>
      {dialog}
    </>
  );
};

/** "too_short", "common" …: what the API says about a weak password. */
const weaknessOf = (error: unknown): string | undefined => {
  const { code, params } = toProblem(error);
  return code === 'password.weak' && typeof params['reason'] === 'string' ? params['reason'] : undefined;
};

interface TypedTwiceProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  differs: boolean;
  error: unknown;
}

const TypedTwice = ({ draft, onChange, differs, error }: TypedTwiceProps) => {
  const { t } = useTranslation('credentials');
  const weakness = weaknessOf(error);
  return (
    <>
      <PasswordInput
        label={t('password.new')}
        autoComplete="new-password"
        value={draft.password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
        error={weakness ? t(`weak.${weakness}`, { defaultValue: t('problem:password.weak') }) : undefined}
        data-autofocus
      />
      <PasswordInput
        label={t('password.again')}
        autoComplete="new-password"
        value={draft.again}
        onChange={(event) => onChange({ again: event.currentTarget.value })}
        error={differs ? t('password.differs') : undefined}
      />
    </>
  );
};

/** For how many companies the one password counts, before it is set. */
const Announcement = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('credentials');
  const access = useContactAccess(contact.id);
  if (access.isPending) return <Skeleton height={48} />;
  if (access.error) return <FailedState error={access.error} onRetry={() => void access.refetch()} isCompact />;
  const { companies, password } = access.data;
  const names = companies.map((company) => company.name).join(', ');
  return (
    <Alert color={companies.length > 1 ? 'yellow' : 'gray'} variant="light">
      {companies.length > 1 ? <Text fw={500}>{t('appliesTo', { count: companies.length })}</Text> : null}
      {companies.length > 1 ? <Text size="sm">{names}</Text> : null}
      <Text size="sm">{t(password ? 'password.replaces' : 'password.first')}</Text>
    </Alert>
  );
};

const PasswordSet = ({ done, onClose }: { done: SetPassword; onClose: () => void }) => {
  const { t } = useTranslation('credentials');
  return (
    <Stack gap="md">
      <CopyOnce label={t('password.label', { loginId: done.loginId })} value={done.password} />
      <Text>{t('password.told', { email: done.notified })}</Text>
      <Text c="dimmed">{t('appliesTo', { count: done.companies.length })}</Text>
      {done.mustChange ? <Text c="dimmed">{t('password.willChange')}</Text> : null}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Stack>
  );
};
