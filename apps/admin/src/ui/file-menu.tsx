import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { MouseEventHandler } from 'react';
import { useTranslation } from 'react-i18next';

/** Excel first: there a phone number stays as it is. */
const FORMATS = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof FORMATS)[number];

interface FileMenuProps {
  /** What is in the file, where that is not what the page shows. */
  label?: string;
  href: (format: FileFormat) => string;
  /** Of useProvenDownload, where the server asks for a proof first. */
  save?: MouseEventHandler<HTMLAnchorElement>;
}

/** A table as a file: the browser saves it, however large it is. */
export const FileMenu = ({ label, href, save }: FileMenuProps) => {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {label ?? t('file.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={href(format)} download onClick={save}>
            {t(`file.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
