import type { ReactNode } from 'react';
import type { Tone } from '../theme/tokens';
import { TimeAgo } from './time-ago';
import classes from './timeline.module.css';

export interface TimelineItem {
  id: string;
  at: string;
  tone?: Tone;
  /** What happened, as a sentence: "Accepted by mail.nordic.se". */
  title: ReactNode;
  /** Why, or the other side's own words. */
  detail?: ReactNode;
  /** Who did it. */
  actor?: ReactNode;
}

/** Newest first or oldest first, as given; times with causes. */
export const Timeline = ({ items, label }: { items: readonly TimelineItem[]; label: string }) => (
  <ol className={classes.list} aria-label={label}>
    {items.map((item) => (
      <li key={item.id} className={classes.item} data-tone={item.tone ?? 'quiet'}>
        <div className={classes.title}>{item.title}</div>
        {item.detail ? <div className={classes.detail}>{item.detail}</div> : null}
        <div className={classes.meta}>
          <TimeAgo at={item.at} />
          {item.actor ? <> · {item.actor}</> : null}
        </div>
      </li>
    ))}
  </ol>
);
