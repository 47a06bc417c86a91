import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { SubmissionNotice } from '../ui/submission-notice';

interface CodeFormProps {
  texts: { label: string; hint: string; check: string; again: string; failed: string };
  submission: Submission;
  isSending?: boolean;
  onAgain: () => void;
  onSubmit: (code: string) => void;
}

const isWhole = (code: string): boolean => code.replace(/\D/g, '').length === 6;

/** Six digits that were just sent, and a way to new ones. */
export function CodeForm({ texts, submission, isSending = false, onAgain, onSubmit }: CodeFormProps) {
  const t = useT('profile');
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isWhole(code)) onSubmit(code);
  };
  return (
    <form noValidate onSubmit={submit} className="flex w-full flex-col gap-3">
      <TextField
        label={texts.label}
        hint={texts.hint}
        error={isChecked && !isWhole(code) ? t('codeWrong') : null}
        type="text"
        name="code"
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        onChange={setCode}
      />
      {submission.status === 'failed' && <SubmissionNotice submission={submission} done="" failed={texts.failed} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isBusy={submission.status === 'busy'}>
          {texts.check}
        </Button>
        <Button isBusy={isSending} onClick={onAgain}>
          {texts.again}
        </Button>
      </div>
    </form>
  );
}
