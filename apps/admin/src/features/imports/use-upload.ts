import type { Import } from '@latchkey/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { inOrder } from './import-words';
import { upload } from './imports.api';

export interface Uploading {
  /** The file that is on its way. */
  current: File | null;
  /** What did not arrive, and why. */
  failures: readonly { name: string; error: unknown }[];
  send: (files: readonly File[], kind: Import['kind']) => Promise<void>;
}

/** Sends files one after the other, then opens the one that should be imported first. */
export const useUpload = (): Uploading => {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [current, setCurrent] = useState<File | null>(null);
  const [failures, setFailures] = useState<Uploading['failures']>([]);

  const send = async (files: readonly File[], kind: Import['kind']): Promise<void> => {
    setFailures([]);
    const arrived: Import[] = [];
    const failed: { name: string; error: unknown }[] = [];
    for (const file of files) {
      setCurrent(file);
      try {
        arrived.push(await upload(file, kind));
      } catch (error) {
        failed.push({ name: file.name, error });
      }
    }
    setCurrent(null);
    setFailures(failed);
    void client.invalidateQueries({ queryKey: [{ _id: 'listImports' }] });
    const [first] = inOrder(arrived);
    // A file that failed keeps its message on the screen; the others wait in the list below it.
    if (first && failed.length === 0) await navigate(`/imports/${first.id}`);
  };

  return { current, failures, send };
};
