import type { AnswerHelp } from '@latchkey/api-client';
import { Suspense, useState, type FormEvent, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { toSubmission, type Submission } from '../lib/loadable';
import { newId } from '../lib/new-id';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAnswerHelp } from './help.api';

type Answer = Pick<AnswerHelp, 'hasHelped' | 'words'>;

/** The end of a page that helps: one question, and nothing that says who answers (S4.13). */
export function DidThisHelp({ place }: Pick<AnswerHelp, 'place'>) {
  return (
    <Suspense fallback={null}>
      <Question place={place} />
    </Suspense>
  );
}

function Question({ place }: Pick<AnswerHelp, 'place'>) {
  const t = useT('help');
  const [id] = useState(newId);
  const answer = useAnswerHelp();
  const [said, setSaid] = useState<Answer>();
  const say = (next: Answer) => answer.mutate({ id, place, ...next }, { onSuccess: () => setSaid(next) });
  const submission = toSubmission(answer);
  const failed = submission.status === 'failed' && (
    <FailedState title={t('tell.failedTitle')} failure={submission.failure} />
  );
  if (said && (said.hasHelped || said.words)) return <Notice tone="good" title={t('helped.thanks')} />;
  if (said)
    return (
      <Missing submission={submission} onSend={(words) => say({ hasHelped: false, words })}>
        {failed}
      </Missing>
    );
  return (
    <Card title={t('helped.question')}>
      {failed}
      <div className="flex gap-3">
        {([true, false] as const).map((hasHelped) => (
          <Button key={String(hasHelped)} wide isBusy={answer.isPending} onClick={() => say({ hasHelped })}>
            {t(hasHelped ? 'helped.yes' : 'helped.no')}
          </Button>
        ))}
      </div>
    </Card>
  );
}

interface MissingProps {
  submission: Submission;
  onSend: (words: string) => void;
  children: ReactNode;
}

/** The "no" is counted already: these words are a gift. */
function Missing({ submission, onSend, children }: MissingProps) {
  const t = useT('help');
  const [words, setWords] = useState('');
  const isBusy = submission.status === 'busy';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== '') onSend(words.trim());
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card title={t('helped.sorry')}>
        {children}
        <TextArea
          label={t('helped.missing')}
          hint={t('helped.hint')}
          isOptional
          maxLength={500}
          value={words}
          onChange={setWords}
        />
        <Button type="submit" wide isBusy={isBusy}>
          {t(isBusy ? 'tell.busy' : 'tell.submit')}
        </Button>
      </Card>
    </form>
  );
}
