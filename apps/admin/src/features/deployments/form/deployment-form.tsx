import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddressFields } from '../../../shared/people/address-fields';
import { EditForm, type EditFormActs } from '../../../shared/people/edit-form';
import { RecordFields } from '../../../shared/people/record-fields';
import { HandlingFields, MainFields, TimeZoneField } from './deployment-fields';
import type { DeploymentValues } from './deployment-values';

export const DeploymentForm = ({ isNew = false, ...acts }: EditFormActs<DeploymentValues> & { isNew?: boolean }) => {
  const { t } = useTranslation('deployments');
  const nameOfField = (key: string): string => t(`field.${key}`);
  return (
    <EditForm {...acts} nameOfField={nameOfField}>
      {(form) => (
        <>
          <MainFields form={form} isNew={isNew} />
          <Title order={2} mt="xs">
            {t('field.address')}
          </Title>
          <AddressFields form={form} nameOf={nameOfField} />
          <TimeZoneField form={form} />
          <Title order={2} mt="xs">
            {t('section.reports')}
          </Title>
          <HandlingFields form={form} />
          <Title order={2} mt="xs">
            {t('section.more')}
          </Title>
          <RecordFields form={form} nameOf={nameOfField} />
        </>
      )}
    </EditForm>
  );
};
