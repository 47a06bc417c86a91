import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { PageTitle } from '../../ui/card';
import { DeadEnd } from '../../ui/dead-end';
import { FailedState } from '../../ui/failed-state';
import { Notice } from '../../ui/notice';
import { DEAD_LINK } from './follow.api';

interface AskedFirstProps<Link> {
  /** Null when the address is not whole. */
  link: Link | null;
  words: { title: string; text: string; yes: string; done: string; gone: string };
  onYes: (link: Link) => Promise<unknown>;
}

/** A link of a message: opening it changes nothing, mail scanners open links too. The button says yes (INV-9, D10). */
export function AskedFirst<Link>({ link, words, onYes }: AskedFirstProps<Link>) {
  const t = useT('visit');
  const [isDone, setIsDone] = useState(false);
  const { isBusy, failure, act } = useAct();
  if (!link || (failure && DEAD_LINK.includes(failure.code)))
    return <DeadEnd title={t('gone.title')} text={words.gone} />;
  if (isDone) return <Notice tone="good" icon="mail" title={words.done} />;
  return (
    <>
      <PageTitle title={words.title}>{words.text}</PageTitle>
      {failure && <FailedState failure={failure} />}
      <Button
        look="primary"
        wide
        className="min-h-14"
        isBusy={isBusy}
        onClick={() => void act(() => onYes(link).then(() => setIsDone(true)))}
      >
        {words.yes}
      </Button>
    </>
  );
}
