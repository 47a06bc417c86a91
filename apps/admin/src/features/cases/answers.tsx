import { Title } from '@mantine/core';
import type { Case } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '../../ui/facts';
import classes from './cases.module.css';
import { Files } from './files';

/** What the form asked, and what was answered. */
export const Answers = ({ one }: { one: Case }) => {
  const { t } = useTranslation('cases');
  if (one.answers.length === 0) return null;
  return (
    <section className={classes.answers} aria-labelledby="answers">
      <Title order={2} id="answers" mb="xs">
        {one.template ? t('answers.of', { name: one.template.name }) : t('answers.title')}
      </Title>
      <Facts columnWidth={480}>
        {one.answers.map(({ key, label, text, files }) => (
          <Fact key={key} label={label}>
            <span className={classes.answer}>{text}</span>
            <Files files={files} />
          </Fact>
        ))}
      </Facts>
    </section>
  );
};
