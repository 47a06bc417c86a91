import { useRef, type MouseEvent, type ReactNode } from 'react';
import { NotProven, useReauthentication } from '../../app/reauthentication';
import { useToasts } from '../../ui/toasts';

interface ProvenDownload {
  /** For the onClick of a link with `download`. */
  save: (event: MouseEvent<HTMLAnchorElement>) => void;
  /** Render it: it asks for the password again. */
  dialog: ReactNode;
}

/** The browser saves the file itself, however large it is: so the proof comes first, and then the same click again. */
export const useProvenDownload = (): ProvenDownload => {
  const proof = useReauthentication();
  const toasts = useToasts();
  const proven = useRef(false);
  const click = async (link: HTMLAnchorElement): Promise<void> => {
    try {
      await proof.ensure();
      proven.current = true;
      link.click();
    } catch (error) {
      if (!(error instanceof NotProven)) toasts.failed(error);
    } finally {
      proven.current = false;
    }
  };
  const save = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (proven.current) return;
    event.preventDefault();
    void click(event.currentTarget);
  };
  return { save, dialog: proof.dialog };
};
