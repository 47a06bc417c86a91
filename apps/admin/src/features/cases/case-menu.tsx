import { IconArrowMerge } from '@tabler/icons-react';
import type { Case } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../../ui/action-menu';
import { MergeDialog } from './merge-dialog';

/** What is done seldom. */
export const CaseMenu = ({ one }: { one: Case }) => {
  const { t } = useTranslation('cases');
  const [isMerging, setMerging] = useState(false);
  if (!one.allowedActions.includes('change')) return null;
  return (
    <>
      <ActionMenu
        label={t('common:moreActions')}
        actions={[
          {
            id: 'merge',
            label: t('merge.action'),
            icon: <IconArrowMerge size={16} />,
            run: () => setMerging(true),
          },
        ]}
      />
      <MergeDialog key={one.id} one={one} isOpen={isMerging} onClose={() => setMerging(false)} />
    </>
  );
};
