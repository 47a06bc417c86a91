import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { useCan } from '../../../app/session';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { revokeKey, useApiKeys, useKeyAct, type ApiKey } from '../api-keys.api';
import { useKeyColumns } from '../key-columns';
import { NewKeyDialog } from '../new-key-dialog';

export const ApiKeysPage = () => {
  const { t } = useTranslation('api-keys');
  const mayWrite = useCan()('key:write');
  const result = useApiKeys();
  const columns = useKeyColumns();
  const [isCreating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  const newButton = mayWrite ? <Button onClick={() => setCreating(true)}>{t('new.title')}</Button> : null;

  return (
    <>
      <PageHeader title={t('title')} primary={newButton} />
      <Text c="dimmed" mb="md" maw={720}>
        {t('text')} <Anchor href="/docs">{t('reference')}</Anchor>
      </Text>
      <DataList
        id="api-keys"
        label={t('title')}
        query={listQuery(result)}
        columns={columns}
        rowId={(key) => key.id}
        rowName={(key) => key.name}
        rowActions={(key) =>
          mayWrite && key.state === 'active'
            ? [{ id: 'revoke', label: t('revoke.action'), isDangerous: true, run: () => setRevoked(key) }]
            : []
        }
        empty={<EmptyState title={t('empty')} text={t('emptyText')} actions={newButton} />}
      />
      {isCreating ? <NewKeyDialog onClose={() => setCreating(false)} /> : null}
      <RevokeDialog apiKey={revoked} onClose={() => setRevoked(null)} />
    </>
  );
};

const RevokeDialog = ({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) => {
  const { t } = useTranslation('api-keys');
  const act = useKeyAct();
  const proof = useReauthentication();
  const toasts = useToasts();
  const revoke = async (): Promise<void> => {
    if (!apiKey) return;
    try {
      await act(() => proof.run(() => revokeKey(apiKey.id)));
      toasts.done(t('revoke.done', { name: apiKey.name }));
    } catch (error) {
      if (!(error instanceof NotProven)) throw error;
    }
  };
  return (
    <>
      <ConfirmDialog
        isOpen={apiKey !== null}
        onClose={onClose}
        onConfirm={revoke}
        title={t('revoke.title', { name: apiKey?.name ?? '' })}
        confirmLabel={t('revoke.go')}
        isDangerous
      >
        <Text>{t('revoke.text', { prefix: apiKey?.prefix ?? '' })}</Text>
      </ConfirmDialog>
      {proof.dialog}
    </>
  );
};
