import type { RightsProfile } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { NotFoundPage } from '../../../app/not-found-page';
import { useCan } from '../../../app/session';
import { ProvenConfirmDialog } from '../../../shared/secrets/proven-confirm-dialog';
import { ActionMenu } from '../../../ui/action-menu';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { ProfileForm } from '../profile-form';
import { removeProfile, useProfileAct, useProfiles } from '../rights.api';

export const ProfilePage = () => {
  const { profileId } = useParams();
  const profiles = useProfiles();
  return (
    <Loaded query={profiles}>
      {({ items }) => {
        if (profileId === 'new') return <Profile profile={null} />;
        const profile = items.find(({ id }) => id === profileId);
        return profile ? <Profile key={profile.version} profile={profile} /> : <NotFoundPage />;
      }}
    </Loaded>
  );
};

const Profile = ({ profile }: { profile: RightsProfile | null }) => {
  const { t } = useTranslation('rights');
  const navigate = useNavigate();
  const act = useProfileAct();
  const toast = useToasts();
  const mayWrite = useCan()('rights:write');
  const [isAsking, setAsking] = useState(false);
  const remove = async (): Promise<void> => {
    if (!profile) return;
    await act(() => removeProfile(profile.id));
    toast.done(t('profile.deleted', { name: profile.name }));
    void navigate('/rights');
  };
  const canDelete = mayWrite && profile !== null && !profile.isDefault && profile.customers === 0;
  return (
    <>
      <PageHeader
        title={profile?.name ?? t('add')}
        back={{ to: '/rights', label: t('title') }}
        facts={profile ? [t('profile.usedBy', { count: profile.customers })] : []}
        menu={
          canDelete ? (
            <ActionMenu
              label={t('common:moreActions')}
              actions={[{ id: 'delete', label: t('profile.delete'), isDangerous: true, run: () => setAsking(true) }]}
            />
          ) : null
        }
      />
      <ProfileForm profile={profile} />
      {profile ? (
        <ProvenConfirmDialog
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          onConfirm={remove}
          title={t('profile.deleteTitle', { name: profile.name })}
          confirmLabel={t('profile.delete')}
          isDangerous
        >
          {t('profile.deleteText')}
        </ProvenConfirmDialog>
      ) : null}
    </>
  );
};
