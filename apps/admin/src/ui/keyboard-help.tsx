import { Modal, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShortcutGroups } from '../lib/use-shortcuts';
import classes from './keyboard-help.module.css';
import { Keys } from './keys';

/** What the keyboard can do on this page right now. */
export const KeyboardHelp = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const groups = useShortcutGroups();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
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
