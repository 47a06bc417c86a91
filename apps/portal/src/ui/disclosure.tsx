import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { classes } from './classes';

interface DisclosureProps {
  /** What stands on the button. */
  face: ReactNode;
  label?: string;
  className?: string;
  /** Gets a function that closes the panel again. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a panel below it; Escape, a tap elsewhere or leaving with Tab closes it. */
export function Disclosure({ face, label, className, children }: DisclosureProps) {
  const { isOpen, setIsOpen, box, opener } = useClosable();
  const panelId = useId();
  return (
    <div
      ref={box}
      className="sm:relative"
      onBlur={(event) => event.relatedTarget && !box.current?.contains(event.relatedTarget) && setIsOpen(false)}
    >
      <button
        ref={opener}
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
        className={classes(
          'inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-lg px-2 font-semibold hover:bg-sunken',
          className,
        )}
      >
        {face}
      </button>
      <div
        id={panelId}
        hidden={!isOpen}
        className="absolute inset-x-4 z-20 mt-1 flex-col gap-2 rounded-lg border border-line bg-surface p-4 shadow-lg not-[[hidden]]:flex sm:inset-x-auto sm:end-0 sm:w-80"
      >
        {isOpen && children(() => setIsOpen(false))}
      </div>
    </div>
  );
}

function useClosable() {
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setIsOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return { isOpen, setIsOpen, box, opener };
}
