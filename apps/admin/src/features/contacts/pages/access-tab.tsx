import { Alert, List, Skeleton, Stack } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { isOnItsWay, useContactAccess } from '../../../shared/people/people.api';
import { FailedState } from '../../../ui/failed-state';
import { Deliveries } from '../access/deliveries';
import { AddressTroubles } from '../access/address-troubles';
import { Asked } from '../access/asked';
import { ContactFacts } from '../access/contact-facts';
import { Invitations } from '../access/invitations';
import { Locks } from '../access/locks';
import { Resets } from '../access/resets';
import { Secrets } from '../access/secrets';
import { Sessions } from '../access/sessions';
import { useContactOfPage } from '../contact-of-page';
import classes from '../access/access.module.css';

/** Whether and how this person gets in, and what stands in the way; each trouble with its way out. */
export const AccessTab = () => {
  const { contact, dialogs } = useContactOfPage();
  const access = useContactAccess(contact.id, isOnItsWay(contact));
  if (access.error && !access.data) return <FailedState error={access.error} onRetry={() => void access.refetch()} />;
  return (
    <div className={classes.columns}>
      <Stack gap="lg" miw={0}>
        {access.data ? (
          <>
            <Warnings contact={contact} access={access.data} />
            <Asked contact={contact} asked={access.data.asked} />
            <AddressTroubles contact={contact} />
            <Locks contact={contact} locks={access.data.locks} dialogs={dialogs} />
            <Secrets contact={contact} access={access.data} dialogs={dialogs} />
            <Resets contact={contact} dialogs={dialogs} ownReset={access.data.ownReset} />
            <Invitations contact={contact} invitations={access.data.invitations} />
            <Sessions contact={contact} access={access.data} />
            <Deliveries deliveries={access.data.deliveries} />
          </>
        ) : (
          <Stack aria-busy>
            <Skeleton height={140} />
            <Skeleton height={100} />
            <Skeleton height={100} />
          </Stack>
        )}
      </Stack>
      <ContactFacts contact={contact} />
    </div>
  );
};

const Warnings = ({ contact, access }: { contact: Contact; access: ContactAccess }) => {
  const { t } = useTranslation('contacts');
  const clashes = contact.clashes.map((clash) =>
    t(`clashIs.${clash.kind}`, { name: clash.name ?? t('nameless'), customer: clash.customerName }),
  );
  const lines = [...access.warnings.map((code) => t(`accessWarning.${code}`)), ...clashes];
  if (lines.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" title={t('worthKnowing')}>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Alert>
  );
};
