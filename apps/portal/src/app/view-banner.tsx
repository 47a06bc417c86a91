import { endPortalView, type PortalSession } from '@latchkey/api-client';
import { useLanguage } from '../i18n/language';
import { useT } from '../i18n/use-t';
import { formatTime } from '../lib/format';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

interface ViewBannerProps {
  name: string;
  view: NonNullable<PortalSession['view']>;
}

/** Ends the look; the tab was opened for it, so there is nothing to go back to. */
export async function leaveView(): Promise<void> {
  await endPortalView();
  window.location.assign('/sign-in');
}

/** Above every page while staff look at the portal as a contact sees it. */
export function ViewBanner({ name, view }: ViewBannerProps) {
  const t = useT('inside');
  const language = useLanguage();
  return (
    <Notice tone="warn" title={t('view.title', { name })}>
      <p>{t('view.text', { time: formatTime(new Date(view.endsAt), language) })}</p>
      <div className="mt-2">
        <Button onClick={() => void leaveView()}>{t('view.end')}</Button>
      </div>
    </Notice>
  );
}
