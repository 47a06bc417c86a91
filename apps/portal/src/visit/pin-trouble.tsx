import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import { CompanyContacts } from '../ui/company-contacts';
import { Countdown } from '../ui/countdown';
import { Notice } from '../ui/notice';

/** What was typed does not fit, or could not be a code at all. */
const REFUSALS = new Set<string | undefined>(['visit.refused', 'request.invalid_body']);

/** One answer for a wrong PIN, an old label and a portal that is off: nobody learns which (D4.7). */
export function PinTrouble({ failure, needsCode }: { failure: Failure; needsCode: boolean }) {
  const t = useT('visit-start');
  if (failure.code === 'network')
    return (
      <Notice tone="warn" icon="offline" title={t('trouble.network')}>
        <p>{t('trouble.networkText')}</p>
      </Notice>
    );
  const isRefusal = REFUSALS.has(failure.code);
  return (
    <Notice tone="bad" title={t(isRefusal ? 'trouble.refused' : 'trouble.broken')}>
      <p>{t(isRefusal ? (needsCode ? 'trouble.refusedCodeText' : 'trouble.refusedText') : 'trouble.brokenText')}</p>
      {failure.waitUntil && (
        <>
          <p>{t('trouble.wait')}</p>
          <Countdown until={failure.waitUntil} />
        </>
      )}
      <CompanyContacts />
      {failure.requestId && <p className="text-sm break-all text-quiet tabular-nums">{failure.requestId}</p>}
    </Notice>
  );
}
