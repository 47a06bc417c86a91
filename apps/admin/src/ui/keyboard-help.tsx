import { Kbd, Modal, Stack, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutGroups } from '../lib/use-shortcuts';
import classes from './keyboard-help.module.css';

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
            <Kbd key={key}>{nameOf(key)}</Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
};

/** What the keyboard can do on this page right now. */
export const KeyboardHelp = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const groups = useShortcutGroups();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('keys.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="lg">
        {groups.map((group, index) => (
          <section key={`${group.title}-${index}`}>
            <Title order={3} mb="xs">
              {group.title}
            </Title>
            <dl className={classes.list}>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className={classes.line}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Keys keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Stack>
    </Modal>
  );
};
