import { lazy, useState } from 'react';
import { Skeleton } from '../ui/skeleton';
import type { ScannedLabel } from './address';
import { PinPage } from './pin-page';
import { useVisit } from './use-visit';

const Inside = lazy(async () => ({ default: (await import('./inside')).Inside }));

/** Before the PIN nothing is known; behind it, one machine (INV-7). */
export function VisitRoute({ label }: { label: ScannedLabel }) {
  const [code, setCode] = useState('');
  const { state, open, close } = useVisit(label);
  if (state.step === 'looking') return <Skeleton rows={1} />;
  if (state.step === 'inside') return <Inside label={label.label} visit={state.visit} onEnd={close} />;
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
