import { Stack } from '@mantine/core';
import type { Deployment, DeploymentPortal } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../ui/loaded';
import { useDeploymentOfPage } from '../deployment-of-page';
import { chosenCustomerOptions } from '../deployments.api';
import { PhonePreview } from '../portal/phone-preview';
import { PinPanel } from '../portal/pin-panel';
import { PortalForm } from '../portal/portal-form';
import { EnableDialog, PortalSwitch } from '../portal/portal-switch';
import { languagesOf, type Language } from '../portal/portal-values';
import classes from '../portal/portal.module.css';
import { SetupChecklist } from '../portal/setup-checklist';
import { usePortalForm } from '../portal/use-portal-form';
import { companyOptions, usePortal } from '../portal.api';

/** Form left, live phone right, what is left to do on top. */
export const PortalTab = () => {
  const { deployment } = useDeploymentOfPage();
  return (
    <Loaded query={usePortal(deployment.id)}>
      {(portal) => <Portal key={deployment.id} deployment={deployment} portal={portal} />}
    </Loaded>
  );
};

const Portal = ({ deployment, portal }: { deployment: Deployment; portal: DeploymentPortal }) => {
  const [isEnabling, setEnabling] = useState(false);
  const state = usePortalForm(deployment.id, portal);
  const { values } = state.form;
  const company = useQuery(companyOptions).data;
  const customer = useQuery(chosenCustomerOptions(deployment.customer.id)).data;
  const [wanted, setWanted] = useState<Language | null>(null);
  const languages = languagesOf(values.languages, [customer?.language ?? null, company?.language ?? null]);
  const language = wanted && languages.includes(wanted) ? wanted : (languages[0] ?? 'en');
  const enable = (): void => setEnabling(true);
  return (
    <>
      <Stack gap="xl">
        <SetupChecklist deployment={deployment} onEnable={enable} />
        <div className={classes.columns}>
          <Stack gap="xl">
            <PortalSwitch deployment={deployment} portal={portal} onEnable={enable} />
            <PinPanel deployment={deployment} portal={portal} />
            <PortalForm
              state={state}
              languages={languages}
              language={language}
              onLanguage={setWanted}
              mayWrite={deployment.allowedActions.includes('configure_portal')}
            />
          </Stack>
          <div className={classes.preview}>
            <PhonePreview deployment={deployment} values={values} languages={languages} language={language} />
          </div>
        </div>
      </Stack>
      {isEnabling ? <EnableDialog deployment={deployment} portal={portal} onClose={() => setEnabling(false)} /> : null}
    </>
  );
};
