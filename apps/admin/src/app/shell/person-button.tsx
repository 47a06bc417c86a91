import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

/** "Maria Öst" is MÖ. */
const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => word?.match(/./u)?.[0] ?? '')
    .join('')
    .toUpperCase();
};

export const PersonButton = ({
  name,
  ...button
}: Omit<ComponentPropsWithRef<'button'>, 'style'> & { name: string }) => {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.person} aria-haspopup="menu" {...button}>
      <span className={classes.initials} aria-hidden>
        {initialsOf(name)}
      </span>
      <VisuallyHidden>{t('person.menu', { name })}</VisuallyHidden>
    </UnstyledButton>
  );
};
