import { Anchor } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { CaseFile } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { fileHref } from './cases.api';
import classes from './cases.module.css';

export const Files = ({ files }: { files: readonly CaseFile[] }) => {
  const { t } = useTranslation('cases');
  if (files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t('files.title')}>
      {files.map((file) => (
        <li key={file.id}>
          <Anchor
            href={fileHref(file.id)}
            target="_blank"
            rel="noreferrer"
            aria-label={t('files.open', { name: file.name })}
          >
            {file.type.startsWith('image/') ? (
              <img className={classes.picture} src={fileHref(file.id)} alt="" loading="lazy" />
            ) : (
              <span className={classes.file}>
                <IconPaperclip size={16} aria-hidden /> {file.name}
              </span>
            )}
          </Anchor>
        </li>
      ))}
    </ul>
  );
};
