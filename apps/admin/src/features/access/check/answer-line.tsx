import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import type { AccessCheck } from '@latchkey/api-client';
import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@latchkey/api-client/phone';
import { causeWords, inSentence } from '../../../shared/access/check-words';
import classes from './check.module.css';

const LOOKS = {
  can: { tone: 'good', Icon: IconCircleCheck },
  waiting: { tone: 'wait', Icon: IconClock },
  cannot: { tone: 'bad', Icon: IconCircleX },
} as const;

const resetWords = ({ resetTo: to, resetSmsTo }: AccessCheck['answer'], t: TFunction): string => {
  if (!to) return t('noReset');
  return resetSmsTo ? t('resetToBoth', { to, sms: formatPhone(resetSmsTo) }) : t('resetTo', { to });
};

/** "Eva can get in with ...": what everybody wants to know first. */
export const AnswerLine = ({ check: { answer, name } }: { check: AccessCheck }) => {
  const { t, i18n } = useTranslation('access');
  const { tone, Icon } = LOOKS[answer.state];
  const ways = answer.ways.map(({ way, login }) => t(`way.${way}`, { login: formatPhone(login) })).join(t('or'));
  const why = answer.cause ? causeWords({ cause: answer.cause, facts: answer.facts }, t, i18n.language) : '';
  const cause = answer.cause === 'customer_inactive' ? why : inSentence(why, i18n.language);
  return (
    <output className={classes.answer} data-tone={tone}>
      <Icon size={24} aria-hidden />
      <div className={classes.words}>
        <Text className={classes.line}>{t(`answer.${answer.state}`, { name, ways, cause })}</Text>
        {answer.state === 'can' ? <Text c="dimmed">{resetWords(answer, t)}</Text> : null}
      </div>
    </output>
  );
};
