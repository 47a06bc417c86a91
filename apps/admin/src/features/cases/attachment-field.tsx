import { Button, CloseButton, FileButton, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileHref, FILE_TYPES } from './cases.api';
import classes from './cases.module.css';
import type { Attachments } from './use-attachments';

export const AttachmentField = ({ attachments }: { attachments: Attachments }) => {
  const { t } = useTranslation('cases');
  const { files, isUploading, problem, add, remove } = attachments;
  return (
    <Stack gap={4} align="flex-start">
      {files.length > 0 ? (
        <ul className={classes.files} aria-label={t('files.title')}>
          {files.map((file) => (
            <li key={file.id} className={classes.file}>
              {file.type.startsWith('image/') ? (
                <img src={fileHref(file.id)} alt="" width={28} height={28} style={{ objectFit: 'cover' }} />
              ) : (
                <IconPaperclip size={16} aria-hidden />
              )}
              {file.name}
              <CloseButton
                size="sm"
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => remove(file.id)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <FileButton multiple accept={FILE_TYPES.join(',')} onChange={(chosen) => void add(chosen)}>
        {(props) => (
          <Button
            {...props}
            variant="subtle"
            size="xs"
            loading={isUploading}
            leftSection={<IconPaperclip size={16} aria-hidden />}
          >
            {t('files.add')}
          </Button>
        )}
      </FileButton>
      {problem ? (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      ) : null}
    </Stack>
  );
};
