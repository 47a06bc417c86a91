import type { StaffMember } from '@latchkey/api-client';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Text } from '@mantine/core';
import { NotProven, useReauthentication } from '../../app/reauthentication';
import type { MenuAction } from '../../ui/action-menu';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useToasts } from '../../ui/toasts';
import { deactivate, reactivate, resetSecondStep, sendLink, useStaffAct } from './staff.api';

interface MemberActions {
  actionsOf: (member: StaffMember) => readonly MenuAction[];
  dialogs: ReactNode;
}

/** What may be done to a member, as the row's menu; `edit` opens the page's form. */
export const useMemberActions = (edit: (member: StaffMember) => void): MemberActions => {
  const { t } = useTranslation('staff');
  const toasts = useToasts();
  const act = useStaffAct();
  const proof = useReauthentication();
  const [leaving, setLeaving] = useState<StaffMember | null>(null);
  const [resetting, setResetting] = useState<StaffMember | null>(null);

  const run = async (done: string, call: () => Promise<unknown>, undo?: () => Promise<unknown>): Promise<void> => {
    try {
      await act(() => proof.run(call));
      toasts.done(done, undo);
    } catch (error) {
      if (!(error instanceof NotProven)) toasts.failed(error);
    }
  };

  const makers: Record<StaffMember['allowedActions'][number], (member: StaffMember) => MenuAction> = {
    edit: (member) => ({ id: 'edit', label: t('action.edit'), run: () => edit(member) }),
    send_link: (member) => ({
      id: 'send_link',
      label: t(member.status === 'invited' ? 'action.inviteAgain' : 'action.sendLink'),
      run: () => void run(t('done.linkSent', { email: member.email }), () => sendLink(member.id)),
    }),
    reactivate: (member) => ({
      id: 'reactivate',
      label: t('action.reactivate'),
      run: () => void run(t('done.reactivated', { name: member.name }), () => reactivate(member.id)),
    }),
    reset_second_factor: (member) => ({
      id: 'reset_second_factor',
      label: t('action.resetSecondStep'),
      run: () => setResetting(member),
    }),
    deactivate: (member) => ({
      id: 'deactivate',
      label: t('action.deactivate'),
      isDangerous: true,
      isNewGroup: true,
      run: () => setLeaving(member),
    }),
  };

  const order = ['edit', 'send_link', 'reset_second_factor', 'reactivate', 'deactivate'] as const;
  const actionsOf = (member: StaffMember): readonly MenuAction[] =>
    order.filter((name) => member.allowedActions.includes(name)).map((name) => makers[name](member));

  const leave = async (): Promise<void> => {
    if (!leaving) return;
    await act(() => proof.run(() => deactivate(leaving.id)));
    toasts.done(t('done.deactivated', { name: leaving.name }), () => act(() => reactivate(leaving.id)));
  };

  const dialogs = (
    <>
      <ConfirmDialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={leave}
        title={t('deactivate.title', { name: leaving?.name ?? '' })}
        confirmLabel={t('deactivate.go')}
        isDangerous
      >
        <Text>{t('deactivate.text')}</Text>
        {leaving?.role === 'owner' ? <Text mt="xs">{t('lastOwner')}</Text> : null}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={resetting !== null}
        onClose={() => setResetting(null)}
        onConfirm={async () => {
          if (resetting) await act(() => proof.run(() => resetSecondStep(resetting.id)));
        }}
        done={t('done.secondStepReset', { name: resetting?.name ?? '' })}
        title={t('resetSecondStep.title', { name: resetting?.name ?? '' })}
        confirmLabel={t('resetSecondStep.go')}
        isDangerous
      >
        <Text>{t('resetSecondStep.text')}</Text>
      </ConfirmDialog>
      {proof.dialog}
    </>
  );
  return { actionsOf, dialogs };
};
