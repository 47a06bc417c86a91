import { Button, Text, Title } from '@mantine/core';
import type { AccessFinding } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { causeWords } from '../../../shared/access/check-words';
import type { Tone } from '../../../theme/tokens';
import { StateBadge } from '../../../ui/state-badge';
import type { Fix } from '../access.api';
import classes from './check.module.css';

const TONES: Record<AccessFinding['state'], Tone> = { red: 'bad', amber: 'wait', green: 'good', absent: 'quiet' };

type Press = (fix: Fix) => Promise<void>;

interface GroupProps {
  group: AccessFinding['group'];
  checks: readonly AccessFinding[];
  language: string;
  onFix: Press;
}

/** What stands in the way in one group: open, each with its cause, the button that mends it and a sentence to read out. */
export const TroubleGroup = ({ group, checks, language, onFix }: GroupProps) => {
  const { t } = useTranslation('access');
  return (
    <section aria-label={t(`group.${group}`)}>
      <Title order={2} mb="xs">
        {t(`group.${group}`)}
      </Title>
      <Findings checks={checks} language={language} onFix={onFix} />
    </section>
  );
};

interface FindingsProps {
  checks: readonly AccessFinding[];
  /** Of the sentences to read out. */
  language: string;
  onFix: Press;
}

export const Findings = ({ checks, language, onFix }: FindingsProps) => (
  <ul className={classes.findings}>
    {checks.map((finding) => (
      <li key={finding.key} className={classes.finding}>
        <div className={classes.what}>
          <Found finding={finding} />
          {finding.readOut ? <ReadOut text={finding.readOut} language={language} /> : null}
        </div>
        {finding.fix ? <FixButton fix={finding.fix} onFix={onFix} /> : null}
      </li>
    ))}
  </ul>
);

/** Not every red one keeps the person out. */
const wordOf = ({ state, blocks }: AccessFinding): string => (state === 'red' && blocks === null ? 'trouble' : state);

const Found = ({ finding }: { finding: AccessFinding }) => {
  const { t, i18n } = useTranslation('access');
  return (
    <>
      <StateBadge tone={TONES[finding.state]} isFinal={finding.state === 'red'}>
        {t(`state.${wordOf(finding)}`)}
      </StateBadge>
      <Text>{causeWords(finding, t, i18n.language)}</Text>
    </>
  );
};

const ReadOut = ({ text, language }: { text: string; language: string }) => {
  const { t } = useTranslation('access');
  return (
    <blockquote className={classes.readOut}>
      <Text size="sm" c="dimmed">
        {t('readOut')}
      </Text>
      <Text lang={language}>{text}</Text>
    </blockquote>
  );
};

const FixButton = ({ fix, onFix }: { fix: Fix; onFix: Press }) => {
  const { t } = useTranslation('access');
  const [isBusy, setBusy] = useState(false);
  const label = t(`fix.${fix.act}`);
  if (!fix.isAllowed)
    return (
      <Text size="sm" c="dimmed">
        {t('notAllowed', { act: label })}
      </Text>
    );
  const press = (): void => {
    setBusy(true);
    void onFix(fix).finally(() => setBusy(false));
  };
  return (
    <Button size="xs" loading={isBusy} onClick={press}>
      {label}
    </Button>
  );
};
