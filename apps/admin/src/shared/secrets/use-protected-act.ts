import { useState, type ReactNode } from 'react';
import { NotProven, useReauthentication } from '../../app/reauthentication';

interface ProtectedAct<Input> {
  start: (input: Input) => Promise<void>;
  isBusy: boolean;
  error: unknown;
  /** Render it: it asks for the password again. */
  dialog: ReactNode;
}

/** An act that may ask for the password first. Closing that question leaves everything as it was. */
export const useProtectedAct = <Input, Result>(
  act: (input: Input) => Promise<Result>,
  onDone: (result: Result) => void,
): ProtectedAct<Input> => {
  const { run, dialog } = useReauthentication();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const start = async (input: Input): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onDone(await run(() => act(input)));
    } catch (problem) {
      if (!(problem instanceof NotProven)) setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return { start, isBusy, error, dialog };
};
