import { useT } from '../i18n/use-t';
import { Disclosure } from '../ui/disclosure';
import { Icon } from '../ui/icon';

export interface CustomerOption {
  id: string;
  name: string;
  openCases: number;
}

export interface CustomerChoice {
  current: CustomerOption;
  others: readonly CustomerOption[];
  onChoose: (id: string) => void;
}

/** For people who are a contact of several companies: where they are, and the others with their open cases. */
export function CustomerSwitch({ current, others, onChoose }: CustomerChoice) {
  const t = useT('inside');
  return (
    <nav aria-label={t('customer.change')} className="border-b border-line bg-sunken">
      <div className="relative mx-auto flex max-w-160 items-center justify-between gap-2 px-4 py-1">
        <span className="min-w-0 truncate font-semibold">{current.name}</span>
        <Disclosure face={<SwitchFace />} className="shrink-0 text-accent-ink">
          {(close) => (
            <ul>
              {others.map((customer) => (
                <li key={customer.id}>
                  <button
                    type="button"
                    className="flex min-h-11 w-full flex-wrap items-center justify-between gap-x-3 rounded-lg px-2 py-1 text-start hover:bg-sunken"
                    onClick={() => {
                      close();
                      onChoose(customer.id);
                    }}
                  >
                    <span className="font-semibold">{customer.name}</span>
                    <span className="text-[0.9375rem] text-quiet">
                      {t('customer.openCases', { count: customer.openCases })}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      </div>
    </nav>
  );
}

function SwitchFace() {
  const t = useT('inside');
  return (
    <>
      <Icon name="swap" />
      <span className="text-[0.9375rem]">{t('customer.change')}</span>
    </>
  );
}
