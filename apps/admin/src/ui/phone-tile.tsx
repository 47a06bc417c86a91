import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './phone-screen.module.css';

interface PhoneTileProps {
  icon: ReactNode;
  title: string;
  text?: string | undefined;
  /** Without it nothing happens: the preview only shows it. */
  onOpen?: () => void;
}

/** One choice under "What is wrong?", as the visit draws it. */
export const PhoneTile = ({ icon, title, text, onOpen }: PhoneTileProps) => {
  const inside = (
    <>
      {icon}
      <span className={classes.grow}>
        <strong>{title}</strong>
        {text ? <span className={classes.small}>{text}</span> : null}
      </span>
      <IconChevronRight size={20} aria-hidden />
    </>
  );
  return onOpen ? (
    <button type="button" className={classes.tile} onClick={onOpen}>
      {inside}
    </button>
  ) : (
    <span className={classes.tile}>{inside}</span>
  );
};
