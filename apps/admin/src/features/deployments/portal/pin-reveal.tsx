import { Button, Code, Group, Text } from '@mantine/core';
import type { Deployment } from '@latchkey/api-client';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../lib/use-problem-text';
import { useProtectedAct } from '../../../shared/secrets/use-protected-act';
import { showPin } from '../portal.api';
import classes from './portal.module.css';

const SHOWN_FOR_S = 30;

/** Hidden until somebody asks; every look stands in the audit (D4.8). Kept here only, for half a minute. */
export const PinReveal = ({ deployment, length }: { deployment: Deployment; length: number }) => {
  const { t } = useTranslation('deployment-portal');
  const { sentence } = useProblemText();
  const [pin, setPin] = useState<string | null>(null);
  const [left, setLeft] = useState(0);
  const reveal = useProtectedAct(
    () => showPin(deployment.id),
    (shown) => {
      setPin(shown.pin);
      setLeft(SHOWN_FOR_S);
    },
  );
  useEffect(() => {
    if (pin === null) return;
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    const end = setTimeout(() => setPin(null), SHOWN_FOR_S * 1000);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [pin]);

  return (
    <>
      <Group gap="xs">
        <Code
          className={classes.pin}
          translate="no"
          aria-label={pin ? t('pin.is', { pin: pin.split('').join(' ') }) : t('pin.hidden')}
        >
          {pin ?? '•'.repeat(length)}
        </Code>
        {deployment.allowedActions.includes('reveal_pin') ? (
          <Button
            variant="default"
            size="xs"
            loading={reveal.isBusy}
            onClick={() => (pin === null ? void reveal.start(undefined) : setPin(null))}
          >
            {t(pin === null ? 'pin.reveal' : 'pin.hide')}
          </Button>
        ) : null}
        {pin === null ? null : (
          <Text size="sm" c="dimmed">
            {t('pin.hidesIn', { count: left })}
          </Text>
        )}
      </Group>
      {reveal.error === null ? null : (
        <Text size="sm" c="red" role="alert">
          {sentence(reveal.error)}
        </Text>
      )}
      {reveal.dialog}
    </>
  );
};
