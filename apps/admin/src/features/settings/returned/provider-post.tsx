import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { CopyOnce } from '../../../ui/copy-once';
import { useToasts } from '../../../ui/toasts';
import { useBounceActs, type BounceSettings } from './returned.api';

/** Where a mail provider posts, and the secret it posts with: shown once, never kept in the browser. */
export const ProviderPost = ({ settings: { postUrl, secretMadeAt } }: { settings: BounceSettings }) => {
  const { t } = useTranslation('returned');
  const { date } = useFormat();
  const mayWrite = useCan()('settings:write');
  const { makeSecret, removeSecret } = useBounceActs();
  const proof = useReauthentication();
  const toast = useToasts();
  const [secret, setSecret] = useState<string | null>(null);

  const run = (act: () => Promise<unknown>): void => {
    proof.run(act).catch((error: unknown) => (error instanceof NotProven ? undefined : toast.failed(error)));
  };
  const make = (): void => run(async () => setSecret(await makeSecret()));
  const remove = (): void =>
    run(async () => {
      await removeSecret();
      setSecret(null);
      toast.done(t('post.removed'));
    });

  return (
    <Stack gap="sm">
      <Title order={2}>{t('post.title')}</Title>
      <Text c="dimmed">{t('post.text')}</Text>
      <Code block translate="no" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {`POST ${postUrl}\nAuthorization: Bearer …`}
      </Code>
      <Text size="sm">{secretMadeAt ? t('post.since', { at: date(secretMadeAt) }) : t('post.none')}</Text>
      {secret ? <CopyOnce label={t('post.secret')} value={secret} /> : null}
      {mayWrite ? (
        <Group gap="xs">
          <Button variant="default" onClick={make}>
            {t(secretMadeAt ? 'post.replace' : 'post.make')}
          </Button>
          {secretMadeAt ? (
            <Button variant="subtle" color="red" onClick={remove}>
              {t('post.remove')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {proof.dialog}
    </Stack>
  );
};
