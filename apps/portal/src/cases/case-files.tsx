import { useT } from '../i18n/use-t';
import { TEXT_LINK } from '../ui/classes';
import { Icon } from '../ui/icon';
import type { CaseFileView } from './case-view';

/** Pictures are shown small and open large; other files are named and downloaded. */
export function CaseFiles({ files }: { files: readonly CaseFileView[] }) {
  const t = useT('cases');
  const pictures = files.filter(({ isPicture }) => isPicture);
  const others = files.filter(({ isPicture }) => !isPicture);
  return (
    <ul className="flex flex-wrap gap-2">
      {pictures.map((file, index) => (
        <li key={file.id}>
          <a href={file.url} target="_blank" rel="noreferrer" className="block rounded-lg">
            <img
              src={file.url}
              alt={t('detail.photo', { number: index + 1 })}
              loading="lazy"
              className="size-24 rounded-lg border border-line bg-sunken object-cover"
            />
          </a>
        </li>
      ))}
      {others.map((file) => (
        <li key={file.id} className="min-w-0">
          <a href={file.url} className={TEXT_LINK}>
            <Icon name="copy" />
            <span className="wrap-anywhere">{file.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
