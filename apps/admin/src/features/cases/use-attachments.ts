import type { CaseFile } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../lib/use-problem-text';
import { FILE_TYPES, MOST_FILES, uploadFile } from './cases.api';

export interface Attachments {
  files: readonly CaseFile[];
  isUploading: boolean;
  /** What did not work, in words. */
  problem: string | null;
  add: (files: readonly File[]) => Promise<void>;
  remove: (id: string) => void;
  clear: () => void;
}

/** Files are uploaded one by one as they are chosen, and named in the message later. */
export const useAttachments = (): Attachments => {
  const { t } = useTranslation('cases');
  const { sentence } = useProblemText();
  const [files, setFiles] = useState<readonly CaseFile[]>([]);
  const [isUploading, setUploading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (chosen: readonly File[]): Promise<void> => {
    setProblem(null);
    setUploading(true);
    let room = MOST_FILES - files.length;
    for (const file of chosen) {
      if (room <= 0) {
        setProblem(t('files.most', { count: MOST_FILES }));
        break;
      }
      if (!(FILE_TYPES as readonly string[]).includes(file.type)) {
        setProblem(t('files.wrongType', { name: file.name }));
        continue;
      }
      try {
        const kept = await uploadFile(file);
        setFiles((before) => [...before, kept]);
        room -= 1;
      } catch (error) {
        setProblem(`${file.name}: ${sentence(error)}`);
      }
    }
    setUploading(false);
  };

  const remove = (id: string): void => setFiles((before) => before.filter((file) => file.id !== id));
  const clear = (): void => {
    setFiles([]);
    setProblem(null);
  };
  return { files, isUploading, problem, add, remove, clear };
};
