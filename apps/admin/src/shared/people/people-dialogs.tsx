import type { Contact } from '@latchkey/api-client';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { SendTo } from '../credentials/send-dialog';
import type { Many } from '../credentials/use-plan-run';

const SendDialog = lazy(async () => ({ default: (await import('../credentials/send-dialog')).SendDialog }));
const GiveAccessDialog = lazy(async () => ({
  default: (await import('../credentials/give-access-dialog')).GiveAccessDialog,
}));
const GiveManyDialog = lazy(async () => ({
  default: (await import('../credentials/give-many-dialog')).GiveManyDialog,
}));
const NewPinsDialog = lazy(async () => ({
  default: (await import('../credentials/new-pins-dialog')).NewPinsDialog,
}));
const RevealPinDialog = lazy(async () => ({
  default: (await import('../credentials/reveal-pin-dialog')).RevealPinDialog,
}));
const IssuePinDialog = lazy(async () => ({
  default: (await import('../credentials/issue-pin-dialog')).IssuePinDialog,
}));
const SetPasswordDialog = lazy(async () => ({
  default: (await import('../credentials/set-password-dialog')).SetPasswordDialog,
}));
const CloseContactDialog = lazy(async () => ({
  default: (await import('./close-contact-dialog')).CloseContactDialog,
}));
const DeleteContactDialog = lazy(async () => ({
  default: (await import('./delete-contact-dialog')).DeleteContactDialog,
}));
const EraseContactDialog = lazy(async () => ({
  default: (await import('./erase-contact-dialog')).EraseContactDialog,
}));
const ExportPersonDialog = lazy(async () => ({
  default: (await import('./export-person-dialog')).ExportPersonDialog,
}));
const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog')).MoveDialog }));
const ViewAsDialog = lazy(async () => ({ default: (await import('./view-as-dialog')).ViewAsDialog }));
const LiftLockDialog = lazy(async () => ({ default: (await import('./lift-lock-dialog')).LiftLockDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog')).MergeDialog }));

/** Those that need the contact and no more. */
const PLAIN = {
  give: GiveAccessDialog,
  reveal: RevealPinDialog,
  setPassword: SetPasswordDialog,
  close: CloseContactDialog,
  exportPerson: ExportPersonDialog,
  move: MoveDialog,
  viewAs: ViewAsDialog,
  lift: LiftLockDialog,
};

export type PeopleDialog =
  | { kind: 'send'; to: SendTo }
  | { kind: 'giveMany'; whom: Many }
  | { kind: 'newPins'; whom: Many }
  | { kind: keyof typeof PLAIN | 'issuePin' | 'delete' | 'erase' | 'merge'; contact: Contact };

export interface PeopleDialogs {
  open: (dialog: PeopleDialog) => void;
  /** Render it once on the page. */
  element: ReactNode;
}

/** `onGone`: the contact of the page was deleted or merged away (its id follows when it went into another). */
export const usePeopleDialogs = (onGone?: (into?: string) => Promise<void> | void): PeopleDialogs => {
  const [dialog, setDialog] = useState<PeopleDialog | null>(null);
  const close = (): void => setDialog(null);
  const element = dialog ? (
    <Suspense>
      <OpenDialog dialog={dialog} close={close} open={setDialog} onGone={onGone} />
    </Suspense>
  ) : null;
  return { open: setDialog, element };
};

interface OpenDialogProps {
  dialog: PeopleDialog;
  open: (dialog: PeopleDialog) => void;
  close: () => void;
  onGone: ((into?: string) => Promise<void> | void) | undefined;
}

const OpenDialog = ({ dialog, open, close, onGone }: OpenDialogProps) => {
  if (dialog.kind === 'send') return <SendDialog to={dialog.to} onClose={close} />;
  if (dialog.kind === 'giveMany') return <GiveManyDialog whom={dialog.whom} onClose={close} />;
  if (dialog.kind === 'newPins') return <NewPinsDialog whom={dialog.whom} onClose={close} />;
  const { contact } = dialog;
  switch (dialog.kind) {
    case 'issuePin':
      return (
        <IssuePinDialog
          contact={contact}
          onClose={close}
          onSend={() => open({ kind: 'send', to: { contacts: [contact] } })}
        />
      );
    case 'delete':
      return <DeleteContactDialog contact={contact} onClose={close} onDeleted={() => onGone?.()} />;
    case 'erase':
      return <EraseContactDialog contact={contact} onClose={close} onErased={() => onGone?.()} />;
    case 'merge':
      return <MergeDialog contact={contact} onClose={close} onMerged={(into) => onGone?.(into)} />;
    default: {
      const Plain = PLAIN[dialog.kind];
      return <Plain contact={contact} onClose={close} />;
    }
  }
};
