import { Menu, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceLaptop, IconLogout, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { LANGUAGES } from '../../i18n/catalogues';
import { chooseLanguage, languageName } from '../../i18n/i18n';
import { useToasts } from '../../ui/toasts';
import { saveLanguage, sessionQuery, signOut, useSession } from '../session';
import { SIGN_IN } from '../sign-in-address';
import { PersonButton } from './person-button';

const THEMES = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[];

/** Comes with the first click on the button it then takes the place of. */
export const PersonMenu = () => {
  const { staffMember } = useSession();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // The focus was on the button that this one replaces; the menu gives it back to where it was when it opened.
  useEffect(() => {
    button.current?.focus();
    const timer = setTimeout(() => setOpen(true));
    return () => clearTimeout(timer);
  }, []);
  return (
    <Menu closeOnItemClick={false} width={240} opened={isOpen} onChange={setOpen} returnFocus>
      <Menu.Target>
        <PersonButton ref={button} name={staffMember.name} />
      </Menu.Target>
      <Menu.Dropdown>
        <Text px="sm" pt={4} fw={500} truncate>
          {staffMember.name}
        </Text>
        <Text px="sm" pb={4} size="xs" c="dimmed" truncate>
          {staffMember.email}
        </Text>
        <ThemeItems />
        <LanguageItems />
        <SessionItems />
      </Menu.Dropdown>
    </Menu>
  );
};

const ThemeItems = () => {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Divider />
      <Menu.Label id="person-theme">{t('person.theme')}</Menu.Label>
      <Menu.RadioGroup
        aria-labelledby="person-theme"
        value={colorScheme}
        onChange={(value) => setColorScheme(THEMES.find((theme) => theme === value) ?? 'auto')}
      >
        {THEMES.map((theme) => (
          <Menu.RadioItem key={theme} value={theme}>
            {t(`person.${theme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
};

/** The choice goes with the person to every device, and messages follow it. */
const useLanguageChoice = () => {
  const client = useQueryClient();
  const { failed } = useToasts();
  return async (language: string): Promise<void> => {
    await chooseLanguage(language);
    try {
      client.setQueryData(sessionQuery.queryKey, await saveLanguage(language));
    } catch (error) {
      failed(error);
    }
  };
};

const LanguageItems = () => {
  const { t, i18n } = useTranslation();
  const choose = useLanguageChoice();
  return (
    <>
      <Menu.Divider />
      <Menu.Label id="person-language">{t('person.language')}</Menu.Label>
      <Menu.RadioGroup
        aria-labelledby="person-language"
        value={i18n.language}
        onChange={(value) => void choose(String(value))}
      >
        {LANGUAGES.map((language) => (
          <Menu.RadioItem key={language} value={language} lang={language}>
            {languageName(language)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
};

const SessionItems = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { failed } = useToasts();
  const leave = async (): Promise<void> => {
    try {
      await signOut();
      client.clear();
      await navigate(SIGN_IN);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        closeMenuOnClick
        leftSection={<IconUser size={16} aria-hidden />}
        onClick={() => void navigate('/profile')}
      >
        {t('person.profile')}
      </Menu.Item>
      <Menu.Item
        closeMenuOnClick
        leftSection={<IconDeviceLaptop size={16} aria-hidden />}
        onClick={() => void navigate('/sessions')}
      >
        {t('person.sessions')}
      </Menu.Item>
      <Menu.Item closeMenuOnClick leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
        {t('person.signOut')}
      </Menu.Item>
    </>
  );
};
