import { Button, Group, Stack, Text } from '@mantine/core';
import type { Contact, HandedInvitation } from '@latchkey/api-client';
import { IconLink, IconMail, IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { download, fileName } from '../../lib/download';
import { FailedState } from '../../ui/failed-state';
import { useToasts } from '../../ui/toasts';
import { nameOf } from '../people/contact-words';
import { usePeopleAct } from '../people/people.api';
import { useProtectedAct } from '../secrets/use-protected-act';
import { fetchLetter, handInvitation } from './credentials.api';

export type Handed = HandedInvitation & { way: 'screen' | 'link' };

interface OtherWaysProps {
  contact: Contact;
  /** Keeps the link, which is told this one time. */
  onHanded: (handed: Handed) => void;
  onDone: () => void;
}

/** Invitations that need no mail and no provider: shown, copied or printed. */
export const OtherWays = ({ contact, onHanded, onDone }: OtherWaysProps) => {
  const { t } = useTranslation('credentials');
  const act = usePeopleAct();
  const toast = useToasts();
  const name = nameOf(contact, t);
  const link = useProtectedAct(
    (way: Handed['way']) => act(async () => ({ ...(await handInvitation(contact.id, way)), way })),
    onHanded,
  );
  const letter = useProtectedAct(
    () => act(() => fetchLetter(contact.id)),
    (file) => {
      download(file, `${fileName(name)}.pdf`);
      toast.done(t('byHand.letterMade'));
      onDone();
    },
  );
  const isBusy = link.isBusy || letter.isBusy;
  const error = link.error ?? letter.error;
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('byHand.title')}</Text>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          leftSection={<IconQrcode size={14} aria-hidden />}
          onClick={() => void link.start('screen')}
        >
          {t('byHand.screen')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          leftSection={<IconLink size={14} aria-hidden />}
          onClick={() => void link.start('link')}
        >
          {t('byHand.link')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          leftSection={<IconMail size={14} aria-hidden />}
          onClick={() => void letter.start(undefined)}
        >
          {t('byHand.letter')}
        </Button>
      </Group>
      {error ? <FailedState error={error} isCompact /> : null}
      {link.dialog}
      {letter.dialog}
    </Stack>
  );
};
