import { useTranslation } from 'react-i18next';
import { useToasts } from '../../ui/toasts';
import { useTemplateActs } from './templates.api';

interface Named {
  id: string;
  name: string;
}

/** Both can be undone, so that neither asks first. */
export const useArchiving = () => {
  const { t } = useTranslation('templates');
  const toast = useToasts();
  const acts = useTemplateActs();
  const told = async (act: () => Promise<unknown>, text: string, undo?: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
      toast.done(text, undo);
    } catch (error) {
      toast.failed(error);
    }
  };
  return {
    archive: ({ id, name }: Named) =>
      told(
        () => acts.archive(id),
        t('told.archived', { name }),
        () => acts.restore(id),
      ),
    restore: ({ id, name }: Named) => told(() => acts.restore(id), t('told.restored', { name })),
  };
};
