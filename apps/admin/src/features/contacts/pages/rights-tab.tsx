import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../ui/loaded';
import { useContactRights } from '../contacts.api';
import { useContactOfPage } from '../contact-of-page';
import { RightsMatrix } from '../rights-matrix';

export const RightsTab = () => {
  const { t } = useTranslation('contacts');
  const { contact, dialogs } = useContactOfPage();
  return (
    <Loaded query={useContactRights(contact.id)}>
      {(rights) => (
        <Stack gap="md" align="flex-start">
          {contact.allowedActions.includes('view_as') ? (
            <Button variant="default" onClick={() => dialogs.open({ kind: 'viewAs', contact })}>
              {t('action.viewAs')}
            </Button>
          ) : null}
          <RightsMatrix key={rights.version} contact={contact} rights={rights} />
        </Stack>
      )}
    </Loaded>
  );
};
