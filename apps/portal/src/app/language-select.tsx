import { LANGUAGES, languageName, setLanguage, useLanguage } from '../i18n/language';
import { useT } from '../i18n/use-t';
import { Icon } from '../ui/icon';

/** The browser's own list over a short face: DE in the header, Deutsch in the list. */
export function LanguageSelect({ onChoose }: { onChoose?: ((language: string) => void) | undefined }) {
  const t = useT('app');
  const language = useLanguage();
  return (
    <span className="relative inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-lg px-2 font-semibold hover:bg-sunken has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)">
      <Icon name="globe" />
      <span className="text-[0.9375rem] uppercase" aria-hidden="true">
        {language}
      </span>
      <select
        aria-label={t('language')}
        value={language}
        onChange={(event) => {
          void setLanguage(event.target.value);
          onChoose?.(event.target.value);
        }}
        className="absolute inset-0 h-full w-full appearance-none bg-surface text-ink opacity-0"
      >
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </span>
  );
}
