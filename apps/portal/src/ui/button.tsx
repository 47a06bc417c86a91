import type { ComponentProps } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:brightness-95 font-semibold',
  secondary: 'border border-field-line bg-surface text-ink hover:bg-sunken font-semibold',
  plain: 'text-accent-ink hover:bg-accent-soft font-semibold',
  danger: 'border border-bad text-bad bg-surface hover:bg-bad-soft font-semibold',
} as const;

export interface Look {
  look?: keyof typeof LOOKS;
  icon?: IconName;
  /** As wide as the column, for the one thing to do on a small screen. */
  wide?: boolean;
}

export const shape = ({ look = 'secondary', wide = false }: Look): string =>
  classes(
    'inline-flex min-h-12 items-center justify-center gap-2 rounded-lg px-4 py-2 text-center leading-tight',
    'disabled:cursor-not-allowed aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    wide ? 'w-full' : '',
    LOOKS[look],
  );

type ButtonProps = Look & ComponentProps<'button'> & { isBusy?: boolean };

/** A busy button stays focusable, keeps its size and ignores further presses. */
export function Button({
  look,
  icon,
  wide,
  isBusy = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(shape({ look, wide }), className)}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
