import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../ui/loaded';
import { useContactRights } from '../contacts.api';
import { useContactOfPage } from '../contact-of-page';
import { RightsMatrix } from '../rights-matrix';
import { RightsQuestion } from '../rights-question';

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
          <RightsQuestion key={contact.id} contact={contact} />
          <RightsMatrix key={rights.version} contact={contact} rights={rights} />
        </Stack>
      )}
    </Loaded>
  );
};
