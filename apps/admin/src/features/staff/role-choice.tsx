import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { grantableRoles } from './staff-words';

interface RoleChoiceProps {
  value?: string;
  onChange?: (role: string) => void;
  error?: ReactNode;
}

/** The roles with what each may do; none above the own one. */
export const RoleChoice = (props: RoleChoiceProps) => {
  const { t } = useTranslation('staff');
  const { role } = useSession().staffMember;
  return (
    <Radio.Group label={t('role.label')} required {...props}>
      <Stack gap="xs" mt={4}>
        {grantableRoles(role).map((one) => (
          <Radio key={one} value={one} label={t(`role.${one}`)} description={t(`roleText.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
};
