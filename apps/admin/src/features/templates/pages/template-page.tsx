import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { CaseTemplate } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { ActionMenu } from '../../../ui/action-menu';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { TemplateEditor } from '../editor/template-editor';
import { useTemplate } from '../templates.api';
import { useArchiving } from '../use-archiving';
import { VersionsDrawer } from '../versions-drawer';

export const TemplatePage = () => {
  const { templateId = '' } = useParams();
  const found = useTemplate(templateId);
  return (
    <Loaded query={found} isPage>
      {(template) => <Template template={template} />}
    </Loaded>
  );
};

const Template = ({ template }: { template: CaseTemplate }) => {
  const { t } = useTranslation('templates');
  const mayWrite = useCan()('template:write');
  const { archive, restore } = useArchiving();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const isActive = template.status === 'active';
  return (
    <>
      <PageHeader
        title={template.name}
        back={{ to: '/case-templates', label: t('title') }}
        facts={[
          <StateBadge key="status" tone={isActive ? 'good' : 'quiet'}>
            {t(`status.${template.status}`)}
          </StateBadge>,
          t('version.number', { number: template.versionNumber }),
          t('used', { count: template.recentCases }),
        ]}
        secondary={
          <Button
            variant="default"
            leftSection={<IconHistory size={16} aria-hidden />}
            onClick={() => setHistoryOpen(true)}
          >
            {t('version.title')}
          </Button>
        }
        menu={
          mayWrite ? (
            <ActionMenu
              label={t('common:moreActions')}
              actions={[
                isActive
                  ? { id: 'archive', label: t('action.archive'), run: () => void archive(template) }
                  : { id: 'restore', label: t('action.restore'), run: () => void restore(template) },
              ]}
            />
          ) : null
        }
      />
      <TemplateEditor key={template.id} template={template} />
      <VersionsDrawer template={template} isOpen={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
    </>
  );
};
