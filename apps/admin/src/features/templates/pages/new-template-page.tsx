import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header';
import { TemplateEditor } from '../editor/template-editor';

export const NewTemplatePage = () => {
  const { t } = useTranslation('templates');
  return (
    <>
      <PageHeader title={t('add')} back={{ to: '/case-templates', label: t('title') }} />
      <TemplateEditor template={null} />
    </>
  );
};
