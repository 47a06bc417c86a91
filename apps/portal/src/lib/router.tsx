import {
  createContext,
  startTransition,
  use,
  useEffect,
  useState,
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
} from 'react';

/** Where the browser is. `way` says how one came: Back and Forward are `back`. */
export interface Place {
  pathname: string;
  search: string;
  /** What `navigate` was given; survives a reload, and belongs to this entry of the history. */
  state: unknown;
  way: 'start' | 'link' | 'back';
}

const listeners = new Set<(place: Place) => void>();

function currentPlace(way: Place['way']): Place {
  const { pathname, search } = window.location;
  const kept: unknown = window.history.state;
  const state = typeof kept === 'object' && kept !== null && 'portal' in kept ? kept.portal : null;
  return { pathname, search, state, way };
}

/** Goes to an address of this app without loading the page anew. */
export function navigate(
  to: string,
  { replace = false, state = null }: { replace?: boolean; state?: unknown } = {},
): void {
  window.history[replace ? 'replaceState' : 'pushState']({ portal: state }, '', to);
  for (const listener of listeners) listener(currentPlace('link'));
}

const PlaceContext = createContext<Place | null>(null);

/** Keeps the page that is there until the next one has been fetched. */
export function Router({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(() => currentPlace('start'));
  useEffect(() => {
    const show = (next: Place) => startTransition(() => setPlace(next));
    const onBack = () => show(currentPlace('back'));
    listeners.add(show);
    window.addEventListener('popstate', onBack);
    return () => {
      listeners.delete(show);
      window.removeEventListener('popstate', onBack);
    };
  }, []);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

export function usePlace(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error('There is no Router around this');
  return place;
}

/** Leads elsewhere as soon as it is shown; the page it stands on is not to be come back to. */
export function Redirect({ to, state }: { to: string; state?: unknown }) {
  useEffect(() => navigate(to, { replace: true, state }), [to, state]);
  return null;
}

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: string };

/** A real link: a press with Ctrl, Shift or the middle button does what it does everywhere. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented) return;
    event.preventDefault();
    if (to === window.location.pathname + window.location.search) navigate(to, { replace: true });
    else navigate(to);
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
