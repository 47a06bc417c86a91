import { ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './phone-frame.module.css';

interface PhoneFrameProps {
  /** What a screen reader calls it: "Preview". */
  label: string;
  /** What the person on the phone reads. */
  language: string;
  children: ReactNode;
}

/** A phone of usual size, 360 by 640 points, for previews of what visitors see. */
export const PhoneFrame = ({ label, language, children }: PhoneFrameProps) => (
  <section className={classes.phone} aria-label={label} lang={language}>
    <ScrollArea className={classes.glass} type="auto" scrollbarSize={6} viewportProps={{ tabIndex: 0 }}>
      <div className={classes.content}>{children}</div>
    </ScrollArea>
  </section>
);
