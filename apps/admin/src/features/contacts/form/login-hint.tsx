import { Alert, Switch, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { LoginCheck } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { loginCheckOptions } from '../../../shared/people/people.api';
import { toPhoneInputs } from '../../../shared/people/phone-values';
import type { ContactValues } from './contact-values';
import { loginHints, mayBeSomebodyElse, type LoginHint } from './login-hints';
import { TwinWarning } from './twin-warning';

const DEBOUNCE_MS = 300;

interface LoginHintsProps {
  values: ContactValues;
  customerId: string | undefined;
  contactId?: string;
  linkByPhone: boolean;
  onLinkByPhone: (link: boolean) => void;
}

/** Live below e-mail and phones: "already has a login through Nordic AB". */
export const LoginHints = ({ values, customerId, contactId, linkByPhone, onLinkByPhone }: LoginHintsProps) => {
  const { t } = useTranslation('contacts');
  const check: LoginCheck = {
    ...(customerId ? { customerId } : {}),
    ...(contactId ? { contactId } : {}),
    email: values.email.trim() || null,
    phones: toPhoneInputs(values.phones),
  };
  const [settled] = useDebouncedValue(JSON.stringify(check), DEBOUNCE_MS);
  const asked = JSON.parse(settled) as LoginCheck;
  const hasAnything = asked.email !== null || (asked.phones ?? []).length > 0;
  const found = useQuery({ ...loginCheckOptions(asked), enabled: hasAnything });
  // A hint that cannot be had is no reason to stop anybody: saving tells the same afterwards.
  if (!hasAnything || !found.data) return null;
  const hints = loginHints(found.data, { linkByPhone });
  return (
    <>
      <TwinWarning twins={found.data.twins} />
      {hints.length > 0 ? (
        <Alert
          variant="light"
          color={hints.some((hint) => hint.isWarning) ? 'yellow' : 'accent'}
          role="note"
          aria-live="polite"
        >
          {hints.map((hint) => (
            <HintLine key={`${hint.match.identityId} ${hint.text}`} hint={hint} />
          ))}
          {mayBeSomebodyElse(found.data) ? (
            <Switch
              mt="xs"
              label={t('hint.somebodyElse')}
              checked={!linkByPhone}
              onChange={(event) => onLinkByPhone(!event.currentTarget.checked)}
            />
          ) : null}
        </Alert>
      ) : null}
    </>
  );
};

const HintLine = ({ hint: { text, match } }: { hint: LoginHint }) => {
  const { t } = useTranslation('contacts');
  const { phone } = useFormat();
  const facts = {
    name: match.name,
    loginId: match.by === 'phone' ? phone(match.loginId) : match.loginId,
    companies: match.companies.map((company) => company.name).join(', '),
  };
  return <Text size="sm">{t(`hint.${text}`, facts)}</Text>;
};
