import { useT } from '../i18n/use-t';
import { useOnline } from '../lib/use-online';
import { Icon } from '../ui/icon';

/** While the network is away: `text` says what will happen on this page. */
export function OfflineBanner({ text }: { text: string }) {
  const t = useT('app');
  const isOnline = useOnline();
  return (
    <div aria-live="polite">
      {!isOnline && (
        <div className="border-b border-warn bg-warn-soft">
          <p className="mx-auto flex max-w-160 gap-3 px-4 py-3">
            <Icon name="offline" className="mt-0.5 text-warn" />
            <span>
              <strong className="font-semibold text-warn">{t('offline.title')}.</strong> {text}
            </span>
          </p>
        </div>
      )}
    </div>
  );
}
