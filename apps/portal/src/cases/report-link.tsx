import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { Icon } from '../ui/icon';

/** The one thing people come for, as large as it deserves. */
export function ReportLink({ to }: { to: string }) {
  const t = useT('cases');
  return (
    <Link
      to={to}
      className="flex min-h-24 items-center gap-4 rounded-lg bg-accent px-5 py-4 text-on-accent hover:brightness-95"
    >
      <Icon name="plus" className="size-8" />
      <span>
        <span className="block text-xl font-semibold">{t('home.report')}</span>
        <span className="block">{t('home.reportHint')}</span>
      </span>
    </Link>
  );
}
