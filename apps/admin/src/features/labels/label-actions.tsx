import { Button, Group, Text } from '@mantine/core';
import { IconReplace, IconShieldOff } from '@tabler/icons-react';
import type { Label } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useToasts } from '../../ui/toasts';
import { useLabelActs } from './labels.api';

interface LabelActionsProps {
  label: Label;
  onReplaced: (id: string) => void;
}

/** A lost or dirty label in two taps; a misused one at once. */
export const LabelActions = ({ label, onReplaced }: LabelActionsProps) => {
  const { t } = useTranslation('labels');
  const mayPrint = useCan()('label:print');
  const [asked, setAsked] = useState<'replace' | 'revoke' | null>(null);
  const acts = useLabelActs();
  const keyOf = useIdempotencyKey();
  const { done } = useToasts();
  const name = label.device?.name ?? label.publicId;
  const replace = async (): Promise<void> => {
    const made = await acts.replace(label.id, keyOf(label.id));
    done(t('replace.done', { name }));
    onReplaced(made.id);
  };
  const revoke = async (): Promise<void> => {
    await acts.revoke(label.id);
    done(t('revoke.done', { name }));
  };
  const can = (action: 'replace' | 'revoke'): boolean => mayPrint && label.allowedActions.includes(action);
  return (
    <Group gap="xs">
      {can('replace') ? (
        <Button leftSection={<IconReplace size={16} aria-hidden />} onClick={() => setAsked('replace')}>
          {t('replace.action')}
        </Button>
      ) : null}
      {can('revoke') ? (
        <Button
          variant="default"
          leftSection={<IconShieldOff size={16} aria-hidden />}
          onClick={() => setAsked('revoke')}
        >
          {t('revoke.action')}
        </Button>
      ) : null}
      <ConfirmDialog
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => (asked === 'replace' ? replace() : revoke())}
        title={asked === 'revoke' ? t('revoke.title', { name }) : t('replace.title', { name })}
        confirmLabel={asked === 'revoke' ? t('revoke.action') : t('replace.action')}
        isDangerous={asked === 'revoke'}
      >
        <Text>{asked === 'revoke' ? t('revoke.text') : t('replace.text')}</Text>
      </ConfirmDialog>
    </Group>
  );
};
