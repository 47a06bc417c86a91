import { classes } from './classes';
import { Icon, type IconName } from './icon';
import { TimeAgo } from './time-ago';

export interface TimelineStep {
  id: string;
  at: string;
  text: string;
  icon: IconName;
}

/** What happened, oldest first; the last step is where we stand. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol className="flex flex-col">
      {steps.map((step, index) => (
        <li key={step.id} className="relative flex gap-3 pb-4 last:pb-0">
          {index < steps.length - 1 && (
            <span className="absolute start-4 top-8 bottom-0 w-px bg-line" aria-hidden="true" />
          )}
          <span
            className={classes(
              'flex size-8 shrink-0 items-center justify-center rounded-full',
              index === steps.length - 1 ? 'bg-accent text-on-accent' : 'bg-sunken text-quiet',
            )}
          >
            <Icon name={step.icon} className="size-4" />
          </span>
          <p className="min-w-0 pt-0.5">
            {step.text}
            <span className="block text-sm text-quiet">
              <TimeAgo at={step.at} />
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
