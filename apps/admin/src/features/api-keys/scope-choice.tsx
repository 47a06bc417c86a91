import { Checkbox, Fieldset, Loader, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state';
import { useScopes } from './api-keys.api';
import { groupScopes, scopeKey } from './key-words';

interface ScopeChoiceProps {
  value: string[];
  onChange: (scopes: string[]) => void;
  error?: ReactNode;
}

/** What the key may do, in words, under headings. */
export const ScopeChoice = ({ value, onChange, error }: ScopeChoiceProps) => {
  const { t } = useTranslation('api-keys');
  const scopes = useScopes();
  if (scopes.error) return <FailedState error={scopes.error} onRetry={() => void scopes.refetch()} isCompact />;
  if (!scopes.data) return <Loader aria-label={t('common:loading')} />;
  const grantable = new Set(scopes.data.items.filter((item) => item.grantable).map((item) => item.scope));
  const groups = groupScopes(scopes.data.items.map((item) => item.scope));
  return (
    <Checkbox.Group label={t('scopes')} description={t('scopesHint')} required {...{ value, onChange, error }}>
      <Stack gap="sm" mt="xs">
        {groups.map((group) => (
          <Fieldset key={group.id} variant="unstyled" legend={t(`group.${group.id}`)}>
            <Stack gap={6}>
              {group.scopes.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(scopeKey(scope))} disabled={!grantable.has(scope)} />
              ))}
            </Stack>
          </Fieldset>
        ))}
      </Stack>
    </Checkbox.Group>
  );
};
