import type { MessageTemplate } from '@latchkey/api-client';
import { useEffect, useState } from 'react';
import { loadTexts } from '../../i18n/catalogues';

/** The text that is sent while the company has none of its own, in any language, not only that of the screen. */
export const useStartText = (language: string): MessageTemplate | undefined => {
  const [texts, setTexts] = useState<Record<string, MessageTemplate>>({});
  useEffect(() => {
    let isCurrent = true;
    void loadTexts(language, ['credential-text']).then(({ 'credential-text': text }) => {
      if (isCurrent && text)
        setTexts((before) => ({
          ...before,
          [language]: { subject: String(text['subject']), body: String(text['body']) },
        }));
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return texts[language];
};
