import { SegmentedControl, Skeleton, Stack } from '@mantine/core';
import type { CaseTemplate, TemplateContent } from '@latchkey/api-client';
import type { Answers } from '@latchkey/case-form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageWord } from '../../../shared/people/languages';
import { PhoneFrame } from '../../../ui/phone-frame';
import { LANGUAGES, type Language } from '../draft';
import { QuestionScreens } from './question-screens';
import { TileScreen } from './tile-screen';
import { useVisitorWords } from './use-visitor-words';

interface TemplatePreviewProps {
  content: TemplateContent;
  icon: CaseTemplate['icon'];
  /** Chosen elsewhere on the page; else it can be chosen here. */
  language?: Language;
}

/** What a visitor sees on the phone; it can be tried, so that questions come and go with the answers. */
export const TemplatePreview = ({ content, icon, language: given }: TemplatePreviewProps) => {
  const { t, i18n } = useTranslation('templates');
  const [chosen, setChosen] = useState<Language>(
    () =>
      LANGUAGES.find((one) => one === i18n.language && content.texts[one]) ??
      LANGUAGES.find((one) => content.texts[one]) ??
      'en',
  );
  const [screen, setScreen] = useState<'tile' | 'questions'>('tile');
  const [answers, setAnswers] = useState<Answers>({});
  const language = given ?? chosen;
  const words = useVisitorWords(language);
  const hasQuestions = content.questions.length > 0;
  return (
    <Stack gap="xs" align="center">
      {given ? null : (
        <SegmentedControl
          size="xs"
          aria-label={t('language')}
          value={chosen}
          onChange={(value) => setChosen(LANGUAGES.find((one) => one === value) ?? 'en')}
          data={LANGUAGES.filter((one) => content.texts[one]).map((value) => ({
            value,
            label: languageWord(value, i18n.language),
          }))}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('preview.screen')}
        value={screen}
        onChange={(value) => setScreen(value === 'tile' ? 'tile' : 'questions')}
        data={[
          { value: 'tile', label: t('preview.choosing') },
          { value: 'questions', label: t('preview.answering'), disabled: !hasQuestions },
        ]}
      />
      <PhoneFrame label={t('preview.title')} language={language}>
        {words === null ? <Skeleton height={200} /> : null}
        {words !== null && (screen === 'tile' || !hasQuestions) ? (
          <TileScreen
            content={content}
            icon={icon}
            words={words}
            language={language}
            onOpen={() => setScreen('questions')}
          />
        ) : null}
        {words !== null && screen === 'questions' && hasQuestions ? (
          <QuestionScreens
            content={content}
            words={words}
            language={language}
            answers={answers}
            onAnswers={setAnswers}
            onLeave={() => setScreen('tile')}
          />
        ) : null}
      </PhoneFrame>
    </Stack>
  );
};
