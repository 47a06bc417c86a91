import { NotProven, useReauthentication } from '../../app/reauthentication';
import { ConfirmDialog, type ConfirmDialogProps } from '../../ui/confirm-dialog';

/** A question whose act may ask for the password first (SES-6). Closing that one leaves this as it was; afterwards the act runs again. */
export const ProvenConfirmDialog = ({ onConfirm, ...question }: Omit<ConfirmDialogProps, 'isSteppedBack'>) => {
  const { run, dialog } = useReauthentication();
  return (
    <>
      <ConfirmDialog
        {...question}
        onConfirm={() => run(async () => onConfirm())}
        isSteppedBack={(problem) => problem instanceof NotProven}
      />
      {dialog}
    </>
  );
};
