import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddressFields } from '../../../shared/people/address-fields';
import { EditForm, type EditFormActs } from '../../../shared/people/edit-form';
import { ReachFields } from '../../../shared/people/reach-fields';
import { RecordFields } from '../../../shared/people/record-fields';
import { MainFields } from './customer-fields';
import type { CustomerValues } from './customer-values';

export const CustomerForm = ({ isNew = false, ...acts }: EditFormActs<CustomerValues> & { isNew?: boolean }) => {
  const { t } = useTranslation('customers');
  const nameOfField = (key: string): string => t(key === 'rightsProfileId' ? 'field.rightsProfile' : `field.${key}`);
  return (
    <EditForm {...acts} nameOfField={nameOfField}>
      {(form) => (
        <>
          <MainFields form={form} isNew={isNew} />
          <Title order={2} mt="xs">
            {t('section.reach')}
          </Title>
          <ReachFields form={form} help={t('field.phonesHelp')} />
          <Title order={2} mt="xs">
            {t('field.address')}
          </Title>
          <AddressFields form={form} nameOf={nameOfField} />
          <Title order={2} mt="xs">
            {t('section.more')}
          </Title>
          <RecordFields form={form} nameOf={nameOfField} />
        </>
      )}
    </EditForm>
  );
};
