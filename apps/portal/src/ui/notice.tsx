import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

const TONES = {
  good: ['border-good bg-good-soft', 'text-good', 'check'],
  warn: ['border-warn bg-warn-soft', 'text-warn', 'clock'],
  bad: ['border-bad bg-bad-soft', 'text-bad', 'alert'],
  quiet: ['border-line bg-sunken', 'text-quiet', 'help'],
} as const satisfies Record<string, readonly [string, string, IconName]>;

interface NoticeProps {
  tone: keyof typeof TONES;
  title?: string;
  icon?: IconName;
  children?: ReactNode;
}

/** A sentence the reader must not miss. Bad news is said at once, other news politely. */
export function Notice({ tone, title, icon, children }: NoticeProps) {
  const [box, colour, usualIcon] = TONES[tone];
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={classes('flex gap-3 rounded-lg border p-4', box)}>
      <Icon name={icon ?? usualIcon} className={classes('mt-0.5', colour)} />
      {/* The company's colour is made to be read on plain ground only. */}
      <div className="flex min-w-0 flex-col gap-1 [&_a]:text-ink">
        {title && <p className={classes('font-semibold', colour)}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
