import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { CaseTemplate } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { ConflictNotice } from '../../../ui/conflict-notice';
import { FailedState } from '../../../ui/failed-state';
import classes from './editor.module.css';
import type { TemplateDraft } from './use-template-draft';

interface EditorFootProps {
  template: CaseTemplate | null;
  edited: TemplateDraft;
  problems: ReadonlyMap<string, string>;
  mayWrite: boolean;
}

/** What saving does, before it is done. */
export const EditorFoot = ({ template, edited, problems, mayWrite }: EditorFootProps) => {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const { isDirty, isBusy, makesVersion } = edited;
  if (!mayWrite) return null;
  return (
    <Stack gap="sm" className={classes.foot}>
      <Troubles edited={edited} problems={problems} />
      {template && makesVersion ? (
        <Text size="sm" role="note" aria-live="polite">
          {t('version.makes', { number: template.versionNumber + 1 })}
        </Text>
      ) : null}
      <Group gap="xs">
        <Button type="submit" loading={isBusy} disabled={template !== null && !isDirty}>
          {template ? t('common:save') : t('create')}
        </Button>
        <Button variant="default" onClick={() => void navigate('/case-templates')}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  );
};

const Troubles = ({ edited, problems }: Pick<EditorFootProps, 'edited' | 'problems'>) => {
  const { t } = useTranslation('templates');
  const { isBusy, error, isOutdated, clashes, loadNewest } = edited;
  if (isOutdated) return <ConflictNotice clashes={null} onLoad={loadNewest} isLoading={isBusy} />;
  return (
    <>
      {clashes ? (
        <ConflictNotice clashes={clashes.map((name) => t(`part.${name}`))} onLoad={loadNewest} isLoading={isBusy} />
      ) : null}
      {problems.size > 0 ? (
        <Alert color="red" variant="light" role="alert">
          {problems.get('') ?? t('problem.summary', { count: problems.size })}
        </Alert>
      ) : null}
      {error !== null && problems.size === 0 ? <FailedState error={error} isCompact /> : null}
    </>
  );
};
