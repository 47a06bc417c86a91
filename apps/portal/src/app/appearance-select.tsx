import { useT } from '../i18n/use-t';
import { setTheme, THEMES, useTheme } from '../lib/appearance';

export function AppearanceSelect() {
  const t = useT('app');
  const theme = useTheme();
  return (
    <label className="flex items-center gap-2">
      {t('appearance.label')}
      <select
        value={theme}
        onChange={(event) => setTheme(THEMES.find((option) => option === event.target.value) ?? 'system')}
        className="min-h-11 rounded-lg border border-field-line bg-surface px-2 text-ink"
      >
        {THEMES.map((option) => (
          <option key={option} value={option}>
            {t(`appearance.${option}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
