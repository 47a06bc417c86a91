import { useEffect, useRef } from 'react';
import { usePlace } from '../lib/router';

/** On a new page the reader starts at its top, by eye and by screen reader; Back returns to where one was. */
export function useArrival(): void {
  const { pathname, way } = usePlace();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById('content')?.focus({ preventScroll: true });
    if (way !== 'back') window.scrollTo(0, 0);
  }, [pathname, way]);
}
