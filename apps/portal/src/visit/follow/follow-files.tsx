import type { CaseFile } from '@latchkey/api-client';
import { followFileUrl } from './follow.api';

export function FollowFiles({ files }: { files: readonly CaseFile[] }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {files.map((file) => (
        <li key={file.id}>
          <a href={followFileUrl(file.id)} className="block">
            {file.type.startsWith('image/') ? (
              <img
                src={followFileUrl(file.id)}
                alt={file.name}
                loading="lazy"
                className="aspect-square w-full rounded-lg border border-line object-cover"
              />
            ) : (
              <span className="font-semibold text-accent-ink underline underline-offset-4">{file.name}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
