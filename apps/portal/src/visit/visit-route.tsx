import { lazy, Suspense, useState } from 'react';
import { fetchWords } from '../i18n/language';
import { Skeleton } from '../ui/skeleton';
import type { ScannedLabel } from './address';
import { PinPage } from './pin-page';
import { useVisit } from './use-visit';

const Inside = lazy(async () => {
  const [{ Inside: loaded }] = await Promise.all([import('./inside'), fetchWords('visit')]);
  return { default: loaded };
});

/** Before the PIN nothing is known; behind it, one machine (INV-7). */
export function VisitRoute({ label }: { label: ScannedLabel }) {
  const [code, setCode] = useState('');
  const { state, open, close } = useVisit(label);
  if (state.step === 'looking') return <Skeleton rows={1} />;
  if (state.step === 'inside')
    return (
      // Of its own: what suspends loses its state, and with it the PIN that was just given for a typed code.
      <Suspense fallback={<Skeleton rows={1} />}>
        <Inside label={label.label} visit={state.visit} onEnd={close} />
      </Suspense>
    );
  return (
    <PinPage
      needsCode={!label.secret}
      code={code}
      onCode={setCode}
      state={state}
      onPin={(pin) => void open(pin, code)}
    />
  );
}
