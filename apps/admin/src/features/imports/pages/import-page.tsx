import type { Import } from '@latchkey/api-client';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useFormat } from '../../../lib/use-format';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { ImportSteps } from '../import-steps';
import { isAtWork, stateTone, stateWord } from '../import-words';
import { useImport, useImportActs } from '../imports.api';

/** One file: columns, dry run, run, undo. The state of the import is the step on the screen. */
export const ImportPage = () => {
  const { importId = '' } = useParams();
  const found = useImport(importId);
  const { refreshOthers } = useImportActs(importId);

  // When the worker is done, lists elsewhere are out of date.
  const wasAtWork = useRef(false);
  const works = found.data ? isAtWork(found.data) : false;
  useEffect(() => {
    if (wasAtWork.current && !works) void refreshOthers();
    wasAtWork.current = works;
  });

  return (
    <Loaded query={found} isPage>
      {(file) => <ImportView file={file} />}
    </Loaded>
  );
};

const ImportView = ({ file }: { file: Import }) => {
  const { t } = useTranslation('imports');
  const { number } = useFormat();
  return (
    <>
      <PageHeader
        title={file.fileName}
        back={{ to: '/imports', label: t('title') }}
        facts={[
          <StateBadge key="state" tone={stateTone(file)} isFinal>
            {t(`state.${stateWord(file)}`)}
          </StateBadge>,
          t('size', { size: number(Math.max(1, Math.round(file.size / 1024))) }),
          <TimeAgo key="at" at={file.createdAt} />,
          file.createdByName,
        ].filter(Boolean)}
      />
      <ImportSteps key={file.id} file={file} />
    </>
  );
};
