import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { paths } from '../lib/paths';
import { Disclosure } from '../ui/disclosure';
import { Icon, type IconName } from '../ui/icon';

export interface Person {
  name: string;
  /** Shown when there is only one customer; several have a switch of their own. */
  customerName?: string | undefined;
  /** May invite and remove people of the own company. */
  managesColleagues?: boolean;
}

const ROW = 'flex min-h-11 w-full items-center gap-3 rounded-lg px-2 text-start hover:bg-sunken';

export function PersonMenu({ person, onSignOut }: { person: Person; onSignOut: () => void }) {
  const t = useT('inside');
  return (
    <Disclosure label={t('menu.open')} face={<Icon name="menu" />} className="-me-2">
      {(close) => (
        <>
          <p className="px-2 text-[0.9375rem] text-quiet">
            {t('menu.signedInAs', { name: person.name })}
            {person.customerName && <span className="block">{person.customerName}</span>}
          </p>
          <nav aria-label={t('menu.open')} className="flex flex-col">
            <MenuLink to={paths.home} icon="message" onClick={close}>
              {t('menu.cases')}
            </MenuLink>
            {person.managesColleagues && (
              <MenuLink to={paths.colleagues} icon="plus" onClick={close}>
                {t('menu.colleagues')}
              </MenuLink>
            )}
            <MenuLink to={paths.settings} icon="lock" onClick={close}>
              {t('menu.settings')}
            </MenuLink>
          </nav>
          <div className="border-t border-line pt-2">
            <button type="button" className={ROW} onClick={onSignOut}>
              <Icon name="arrow" className="flip-in-rtl" />
              {t('menu.signOut')}
            </button>
          </div>
        </>
      )}
    </Disclosure>
  );
}

function MenuLink({
  to,
  icon,
  onClick,
  children,
}: {
  to: string;
  icon: IconName;
  onClick: () => void;
  children: string;
}) {
  return (
    <Link to={to} className={ROW} onClick={onClick}>
      <Icon name={icon} />
      {children}
    </Link>
  );
}
