import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** Says what will be here and how it gets here. */
export function EmptyState({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line px-6 py-10 text-center">
      <Icon name={icon} className="size-8 text-quiet" />
      <p className="font-semibold">{title}</p>
      <div className="text-quiet">{children}</div>
    </div>
  );
}
