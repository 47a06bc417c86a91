import { Alert, Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import type { RightsProfile } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useCan } from '../../app/session';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useProtectedAct } from '../../shared/secrets/use-protected-act';
import { FailedState } from '../../ui/failed-state';
import { LeaveWarning } from '../../ui/leave-warning';
import { useToasts } from '../../ui/toasts';
import { newProfile, RIGHTS, saveProfile, useProfileAct, type Right } from './rights.api';

interface Draft {
  name: string;
  rights: readonly Right[];
  isDefault: boolean;
}

/** What customers in general need: everything but what reaches beyond their own cases. */
const FIRST_RIGHTS: readonly Right[] = ['case:read_own', 'case:create', 'case:reply', 'password:change'];

const NEW_PROFILE: Draft = { name: '', rights: FIRST_RIGHTS, isDefault: false };

const draftOf = (profile: RightsProfile | null): Draft =>
  profile ? { name: profile.name, rights: profile.rights, isDefault: profile.isDefault } : NEW_PROFILE;

const useSave = (profile: RightsProfile | null, onSaved: () => void) => {
  const { t } = useTranslation('rights');
  const act = useProfileAct();
  const toast = useToasts();
  const keyFor = useIdempotencyKey();
  return useProtectedAct((draft: Draft) => {
    const body = { name: draft.name.trim(), rights: [...draft.rights] };
    const isNewDefault = draft.isDefault && !profile?.isDefault;
    return act<unknown>(() =>
      profile
        ? saveProfile(profile, { ...body, ...(isNewDefault ? { isDefault: true } : {}) })
        : newProfile({ ...body, isDefault: draft.isDefault }, keyFor({ ...body, isDefault: draft.isDefault })),
    ).then(() => {
      toast.done(t('profile.saved', { name: body.name }));
    });
  }, onSaved);
};

/** Name and ticks of one profile. */
export const ProfileForm = ({ profile }: { profile: RightsProfile | null }) => {
  const { t } = useTranslation('rights');
  const navigate = useNavigate();
  const mayWrite = useCan()('rights:write');
  const [draft, setDraft] = useState(() => draftOf(profile));
  const [isSaved, setSaved] = useState(false);
  const {
    start: save,
    isBusy,
    error,
    dialog,
  } = useSave(profile, () => {
    flushSync(() => setSaved(true));
    void navigate('/rights');
  });
  const { isDefault, customers } = profile ?? { isDefault: false, customers: 0 };
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(profile));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(draft);
  };

  return (
    <>
      <form onSubmit={submit}>
        <Stack gap="md" maw={640}>
          <TextInput
            label={t('profile.name')}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            maxLength={100}
            readOnly={!mayWrite}
            required
          />
          <Checkbox.Group
            label={t('profile.rights')}
            description={t('profile.rightsHelp')}
            value={[...draft.rights]}
            onChange={(rights) => change({ rights: RIGHTS.filter((right) => rights.includes(right)) })}
          >
            <Stack gap="sm" mt="xs">
              {RIGHTS.map((right) => (
                <Checkbox
                  key={right}
                  value={right}
                  label={t(`right.${right.replace(':', '_')}`)}
                  description={t(`rightHelp.${right.replace(':', '_')}`)}
                  disabled={!mayWrite}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Checkbox
            label={t('profile.isDefault')}
            description={isDefault ? t('profile.isDefaultStays') : undefined}
            checked={draft.isDefault}
            disabled={!mayWrite || isDefault}
            onChange={(event) => change({ isDefault: event.currentTarget.checked })}
          />
          {isDirty && customers > 0 ? (
            <Alert color="yellow" variant="light" role="note" aria-live="polite">
              {t('profile.affects', { count: customers })}
            </Alert>
          ) : null}
          {error === null ? null : <FailedState error={error} isCompact />}
          {mayWrite ? (
            <Group gap="xs">
              <Button
                type="submit"
                loading={isBusy}
                disabled={draft.name.trim() === '' || (profile !== null && !isDirty)}
              >
                {t('common:save')}
              </Button>
              <Button variant="default" onClick={() => void navigate('/rights')}>
                {t('common:cancel')}
              </Button>
            </Group>
          ) : null}
        </Stack>
        <LeaveWarning when={isDirty && !isSaved} />
      </form>
      {dialog}
    </>
  );
};
