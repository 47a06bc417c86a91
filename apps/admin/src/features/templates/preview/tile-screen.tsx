import type { CaseTemplate, TemplateContent } from '@latchkey/api-client';
import { inLanguage } from '@latchkey/case-form';
import { IconChevronRight, IconMessage } from '@tabler/icons-react';
import type { Language } from '../draft';
import { TemplateIcon } from '../template-icon';
import classes from './preview.module.css';
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
      <button type="button" className={classes.tile} onClick={onOpen}>
        <TemplateIcon name={icon} size={28} />
        <span className={classes.tileText}>
          <strong>{texts?.name ?? '…'}</strong>
          {texts?.description ? <span>{texts.description}</span> : null}
        </span>
        <IconChevronRight size={20} aria-hidden />
      </button>
      <div className={classes.tile}>
        <IconMessage size={28} aria-hidden />
        <span className={classes.tileText}>
          <strong>{words.ownWords}</strong>
          <span>{words.ownWordsHint}</span>
        </span>
        <IconChevronRight size={20} aria-hidden />
      </div>
    </div>
  );
};
