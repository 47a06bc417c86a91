import { Button, Group, Stack, Text } from '@mantine/core';
import type { AccessPlan, Contact } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { Fact, Facts } from '../../ui/facts';
import { FailedState } from '../../ui/failed-state';
import { Loaded } from '../../ui/loaded';
import { useToasts } from '../../ui/toasts';
import { giveWord, hasOpenInvitation, nameOf } from '../people/contact-words';
import { usePeopleAct } from '../people/people.api';
import { SmsPreview } from '../sms/sms-preview';
import { SecretDialog } from '../secrets/secret-dialog';
import { accessPlanOptions, giveAccess } from './credentials.api';
import { HandedLink } from './handed-link';
import { type Handed, OtherWays } from './other-ways';

interface GiveAccessDialogProps {
  contact: Contact;
  onClose: () => void;
}

/** Who was invited and has not accepted gets another one. What came back goes the next way by itself. */
const isAgain = ({ access, invitation }: Contact): boolean => access === 'invited' && invitation !== 'bounced';

/** Which way is taken, to where and why; then one button that does it. What works already stays as it is (INV-1). */
export const GiveAccessDialog = ({ contact, onClose }: GiveAccessDialogProps) => {
  const { t } = useTranslation('credentials');
  const plan = useQuery(accessPlanOptions(contact.id, isAgain(contact)));
  const name = nameOf(contact, t);
  return (
    <SecretDialog<Handed>
      title={t(`give.title.${giveWord(contact)}`, { name })}
      titleShown={t('byHand.titleShown', { name })}
      onClose={onClose}
      ask={(show) => (
        <Loaded query={plan}>
          {(shown) => <Plan plan={shown} contact={contact} onClose={onClose} onHanded={show} />}
        </Loaded>
      )}
    >
      {(handed) => <HandedLink handed={handed} name={name} onClose={onClose} />}
    </SecretDialog>
  );
};

const SMS_KINDS = { invitation: 'sms', added: 'smsAdded', joining: 'smsJoining' } as const;

/** The key of the catalogue for what is done. */
const kindOf = ({ way, message }: AccessPlan): string => {
  if (way === 'sms') return message === null ? 'sms' : SMS_KINDS[message];
  return way === 'pin' ? 'pin' : (message ?? 'invitation');
};

interface PlanProps extends GiveAccessDialogProps {
  plan: AccessPlan;
  onHanded: (handed: Handed) => void;
}

const Plan = ({ plan, contact, onClose, onHanded }: PlanProps) => {
  const { t } = useTranslation('credentials');
  const { phone } = useFormat();
  const act = usePeopleAct();
  const toast = useToasts();
  const keyFor = useIdempotencyKey();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const kind = kindOf(plan);
  const to = plan.way === 'email' ? (plan.to ?? '') : phone(plan.to ?? '');
  const words = { to, name: nameOf(contact, t), customer: contact.customer.name };
  const give = (): void => {
    setBusy(true);
    act(() => giveAccess(contact.id, isAgain(contact), keyFor(plan)))
      .then(() => {
        toast.done(t(`give.done.${kind}`, words));
        onClose();
      }, setError)
      .finally(() => setBusy(false));
  };
  return (
    <Stack gap="md">
      <Text>
        {plan.way
          ? t(`give.plan.${kind}`, words)
          : t(`give.${plan.outcome}`, { reason: t(`give.reason.${plan.reason}`) })}
      </Text>
      {plan.sms ? <SmsPreview sms={plan.sms} /> : null}
      {plan.outcome === 'nothing' ? <Text c="dimmed">{t('give.again')}</Text> : <Ways plan={plan} />}
      {plan.mayHandOver ? <OtherWays contact={contact} onHanded={onHanded} onDone={onClose} /> : null}
      <Replaced plan={plan} contact={contact} />
      {error === null ? null : <FailedState error={error} isCompact />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t(plan.way ? 'common:cancel' : 'common:close')}
        </Button>
        {plan.way ? (
          <Button loading={isBusy} onClick={give} data-autofocus>
            {t(`give.go.${kind}`)}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
};

/** Only where there is one that stops working. */
const Replaced = ({ plan, contact }: Pick<PlanProps, 'plan' | 'contact'>) => {
  const { t } = useTranslation('credentials');
  const makesNew = plan.message === 'invitation' || plan.mayHandOver;
  return hasOpenInvitation(contact) && makesNew ? <Text c="dimmed">{t('give.replaces')}</Text> : null;
};

const Ways = ({ plan }: { plan: AccessPlan }) => {
  const { t } = useTranslation('credentials');
  return (
    <Facts label={t('give.ways')}>
      {plan.ways.map(({ way, obstacle }) => (
        <Fact key={way} label={t(`give.way.${way}`)}>
          {obstacle ? t(`give.reason.${obstacle}`) : t(way === plan.way ? 'give.taken' : 'give.possible')}
        </Fact>
      ))}
    </Facts>
  );
};
