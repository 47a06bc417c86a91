import { Loaded } from '../../../ui/loaded';
import { useContactRights } from '../contacts.api';
import { useContactOfPage } from '../contact-of-page';
import { RightsMatrix } from '../rights-matrix';

export const RightsTab = () => {
  const { contact } = useContactOfPage();
  return (
    <Loaded query={useContactRights(contact.id)}>
      {(rights) => <RightsMatrix key={rights.version} contact={contact} rights={rights} />}
    </Loaded>
  );
};
