import type { CaseTemplate, TemplateContent } from '@latchkey/api-client';
import { inLanguage } from '@latchkey/case-form';
import { IconMessage } from '@tabler/icons-react';
import type { Language } from '../draft';
import { TemplateIcon } from '../../../ui/template-icon';
import classes from '../../../ui/phone-screen.module.css';
import { PhoneTile } from '../../../ui/phone-tile';
import type { VisitorWords } from './use-visitor-words';

interface TileScreenProps {
  content: TemplateContent;
  icon: CaseTemplate['icon'];
  words: VisitorWords;
  language: Language;
  onOpen: () => void;
}

/** The step "What is wrong?", with this template among the choices. */
export const TileScreen = ({ content, icon, words, language, onOpen }: TileScreenProps) => {
  const texts = inLanguage(content.texts, language);
  return (
    <div className={classes.screen}>
      <p className={classes.title}>{words.what}</p>
      <div className={classes.tiles}>
        <PhoneTile
          icon={<TemplateIcon name={icon} size={28} />}
          title={texts?.name ?? '…'}
          text={texts?.description}
          onOpen={onOpen}
        />
        <PhoneTile icon={<IconMessage size={28} aria-hidden />} title={words.ownWords} text={words.ownWordsHint} />
      </div>
    </div>
  );
};
