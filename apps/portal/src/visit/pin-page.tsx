import { lazy, Suspense, useEffect, useRef, useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { PageTitle } from '../ui/card';
import { TextField } from '../ui/field';
import { PinBoxes } from '../ui/pin-boxes';
import type { VisitState } from './use-visit';

const PinTrouble = lazy(async () => ({ default: (await import('./pin-trouble')).PinTrouble }));

interface PinPageProps {
  /** The address was typed from the label: the code beside it stands in for the secret. */
  needsCode: boolean;
  code: string;
  onCode: (code: string) => void;
  state: Extract<VisitState, { step: 'pin' }>;
  onPin: (pin: string) => void;
}

const SHORTEST = 4;

/** The first thing after a scan. The same whatever the label is: it tells nothing before the PIN (D4.7). */
export function PinPage({ needsCode, code, onCode, state, onPin }: PinPageProps) {
  const t = useT('visit-start');
  const [pin, setPin] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { failure, isBusy } = state;
  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLInputElement>('input[name="pin"]')?.select();
  }, [failure]);
  const isWhole = pin.length >= SHORTEST && (!needsCode || code.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && isWhole) onPin(pin);
  };
  return (
    <>
      <PageTitle title={t('pin.title')}>{t(needsCode ? 'code.text' : 'pin.text')}</PageTitle>
      <form ref={form} onSubmit={submit} className="flex flex-col gap-6" noValidate>
        {needsCode && <CodeField code={code} onCode={onCode} />}
        <PinBoxes label={t('pin.label')} value={pin} onChange={setPin} autoComplete="one-time-code" />
        {failure && (
          <Suspense fallback={null}>
            <PinTrouble failure={failure} needsCode={needsCode} />
          </Suspense>
        )}
        <Button type="submit" look="primary" wide isBusy={isBusy} className="min-h-14" disabled={!isWhole}>
          {t(isBusy ? 'pin.busy' : 'pin.go')}
        </Button>
      </form>
      <p className="text-[0.9375rem] text-quiet">{t('pin.never')}</p>
    </>
  );
}

function CodeField({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const t = useT('visit-start');
  return (
    <TextField
      label={t('code.label')}
      hint={t('code.hint')}
      value={code}
      onChange={onCode}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={20}
    />
  );
}
