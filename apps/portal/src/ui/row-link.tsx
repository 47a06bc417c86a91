import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Icon } from './icon';

/** A row of a list that is a link as a whole. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <li>
      <Link
        to={to}
        className="flex min-h-16 items-center gap-3 px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-3"
      >
        <span className="min-w-0 flex-1">{children}</span>
        <Icon name="chevron" className="flip-in-rtl text-quiet" />
      </Link>
    </li>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">{children}</ul>;
}
