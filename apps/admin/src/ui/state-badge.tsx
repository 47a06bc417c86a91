import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { Tone } from '../theme/tokens';
import classes from './state-badge.module.css';

const ICONS: Record<Tone, ComponentType<{ size: number; stroke: number; 'aria-hidden': boolean }>> = {
  good: IconCircleCheck,
  wait: IconClock,
  bad: IconAlertTriangle,
  info: IconInfoCircle,
  quiet: IconCircle,
};

export interface StateBadgeProps {
  tone: Tone;
  /** The word; colour and icon only repeat it. */
  children: ReactNode;
  /** A second, quiet line under the badge: "mail delivered". */
  note?: ReactNode;
  /** Something failed for good, rather than needing attention. */
  isFinal?: boolean;
}

export const StateBadge = ({ tone, children, note, isFinal = false }: StateBadgeProps) => {
  const Icon = isFinal && tone === 'bad' ? IconCircleX : ICONS[tone];
  return (
    <span className={classes.stack}>
      <span className={classes.badge} data-tone={tone}>
        <Icon size={14} stroke={2} aria-hidden />
        <span>{children}</span>
      </span>
      {note ? <span className={classes.note}>{note}</span> : null}
    </span>
  );
};
