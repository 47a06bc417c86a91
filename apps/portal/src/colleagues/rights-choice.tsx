import { useT, type KeyOf } from '../i18n/use-t';
import type { Right } from '../lib/session';
import type { AskedRight } from './invite-rules';

const WORDS: Record<AskedRight, KeyOf<'colleagues'>> = {
  'case:read_own': 'right.case_read_own',
  'case:read_company': 'right.case_read_company',
  'case:create': 'right.case_create',
  'case:reply': 'right.case_reply',
  'case:close': 'right.case_close',
  'deployment:read': 'right.deployment_read',
  'colleague:manage': 'right.colleague_manage',
};

interface RightsChoiceProps {
  /** Own rights: no others can be given. */
  offered: readonly AskedRight[];
  refused: readonly Right[];
  onChange: (refused: readonly Right[]) => void;
  /** What stands above says already whose rights these are. */
  isTitled?: boolean;
}

export function RightsChoice({ offered, refused, onChange, isTitled = false }: RightsChoiceProps) {
  const t = useT('colleagues');
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={isTitled ? 'sr-only' : 'font-semibold'}>{t('rights')}</legend>
      <p className="text-[0.9375rem] text-quiet">{t('rightsHint')}</p>
      {offered.map((right) => (
        <label key={right} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-(--accent-ink)"
            checked={!refused.includes(right)}
            onChange={({ target }) =>
              onChange(target.checked ? refused.filter((one) => one !== right) : [...refused, right])
            }
          />
          {t(WORDS[right])}
        </label>
      ))}
    </fieldset>
  );
}
