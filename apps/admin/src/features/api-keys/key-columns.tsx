import { Code, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/now';
import type { Column } from '../../ui/data-list/types';
import { StateBadge } from '../../ui/state-badge';
import { TimeAgo } from '../../ui/time-ago';
import type { ApiKey } from './api-keys.api';
import { keyState, scopeKey } from './key-words';

export const useKeyColumns = (): readonly [Column<ApiKey>, ...Column<ApiKey>[]] => {
  const { t } = useTranslation('api-keys');
  return [
    { id: 'name', header: t('name'), render: ({ name }) => name },
    { id: 'prefix', header: t('prefix'), width: '150px', render: ({ prefix }) => <Code>{prefix}…</Code> },
    { id: 'scopes', header: t('scopes'), render: (key) => <Scopes apiKey={key} /> },
    { id: 'state', header: t('stateLabel'), width: '190px', render: (key) => <KeyState apiKey={key} /> },
    {
      id: 'used',
      header: t('lastUsed'),
      width: '130px',
      render: ({ lastUsedAt }) => <TimeAgo at={lastUsedAt} />,
    },
    { id: 'owner', header: t('owner'), width: '150px', render: ({ owner }) => owner.name, isForWideScreens: true },
    {
      id: 'addresses',
      header: t('addressesShort'),
      render: ({ allowedAddresses }) => (allowedAddresses.length === 0 ? t('anyAddress') : allowedAddresses.join(', ')),
      isHiddenAtFirst: true,
    },
  ];
};

/** The first two in words, the rest on hover and for a screen reader. */
const Scopes = ({ apiKey: { scopes } }: { apiKey: ApiKey }) => {
  const { t } = useTranslation('api-keys');
  const words = scopes.map((scope) => t(scopeKey(scope)));
  if (words.length <= 2) return words.join(', ');
  return (
    <Tooltip label={words.join(', ')} multiline maw={420}>
      <Text span inherit>
        {t('andMore', { some: words.slice(0, 2).join(', '), count: words.length - 2 })}
      </Text>
    </Tooltip>
  );
};

const KeyState = ({ apiKey }: { apiKey: ApiKey }) => {
  const { t } = useTranslation('api-keys');
  const { tone, word } = keyState(apiKey, useNow());
  const at = word === 'revoked' ? apiKey.revokedAt : apiKey.expiresAt;
  const note = (
    <>
      {t(`when.${word}`)} <TimeAgo at={at} />
    </>
  );
  return (
    <StateBadge tone={tone} isFinal={word === 'expired'} note={note}>
      {t(`state.${word}`)}
    </StateBadge>
  );
};
