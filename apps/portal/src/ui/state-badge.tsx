import { classes } from './classes';
import { Icon, type IconName } from './icon';

const TONES = {
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  accent: 'bg-accent-soft text-ink',
  quiet: 'bg-sunken text-quiet',
} as const;

export type Tone = keyof typeof TONES;

/** A state is an icon and a word; the colour only helps. */
export function StateBadge({ tone, icon, children }: { tone: Tone; icon: IconName; children: string }) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-semibold',
        TONES[tone],
      )}
    >
      <Icon name={icon} className="size-4" />
      {children}
    </span>
  );
}
