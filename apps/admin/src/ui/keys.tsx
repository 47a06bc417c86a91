import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './keys.module.css';

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
const NAMES: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', shift: '⇧', Enter: '↵' };

const nameOf = (key: string): string => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** "g c" as two keys one after the other, "mod+k" as two at once. */
export const Keys = ({ keys }: { keys: string }) => {
  const { t } = useTranslation();
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((press, index) => (
        <Fragment key={`${press}-${index}`}>
          {index > 0 ? <span className={classes.then}>{t('keys.then')}</span> : null}
          {press.split('+').map((key) => (
            <kbd key={key} className={classes.key}>
              {nameOf(key)}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
};
