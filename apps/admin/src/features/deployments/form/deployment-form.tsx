import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EditForm, type EditFormActs } from '../../../shared/people/edit-form';
import { AddressFields, HandlingFields, MainFields, OtherFields } from './deployment-fields';
import type { DeploymentValues } from './deployment-values';

export const DeploymentForm = ({ isNew = false, ...acts }: EditFormActs<DeploymentValues> & { isNew?: boolean }) => {
  const { t } = useTranslation('deployments');
  return (
    <EditForm {...acts} nameOfField={(key) => t(`field.${key}`)}>
      {(form) => (
        <>
          <MainFields form={form} isNew={isNew} />
          <Title order={2} mt="xs">
            {t('field.address')}
          </Title>
          <AddressFields form={form} />
          <Title order={2} mt="xs">
            {t('section.reports')}
          </Title>
          <HandlingFields form={form} />
          <Title order={2} mt="xs">
            {t('section.more')}
          </Title>
          <OtherFields form={form} />
        </>
      )}
    </EditForm>
  );
};
