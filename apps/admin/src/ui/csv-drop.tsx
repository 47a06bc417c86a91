import '@mantine/dropzone/styles.layer.css';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';

const ACCEPT = {
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
  'text/tab-separated-values': ['.tsv'],
  'application/vnd.ms-excel': ['.csv'],
};

export interface CsvDropProps {
  words: { title: string; text: string; choose: string; notCsv: string; tooLarge: string };
  mostBytes: number;
  isBusy: boolean;
  isSingle?: boolean;
  /** Under the button. */
  note?: ReactNode;
  onFiles: (files: readonly File[]) => void;
}

/** Takes CSV files, dropped or chosen, and says why one is not taken. */
export const CsvDrop = ({ words, mostBytes, isBusy, isSingle = false, note, onFiles }: CsvDropProps) => {
  const [rejected, setRejected] = useState<readonly FileRejection[]>([]);
  const choose = useRef<() => void>(null);
  const take = (files: readonly File[]): void => {
    setRejected([]);
    onFiles(files);
  };
  return (
    <>
      <Dropzone
        openRef={choose}
        onDrop={take}
        onReject={setRejected}
        accept={ACCEPT}
        maxSize={mostBytes}
        multiple={!isSingle}
        loading={isBusy}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        inputProps={{ 'aria-label': words.choose }}
      >
        <Stack align="center" gap="xs" py="lg" px="md" ta="center">
          <IconFileImport size={28} aria-hidden />
          <Text fw={600}>{words.title}</Text>
          <Text c="dimmed" maw={520}>
            {words.text}
          </Text>
          <Button onClick={() => choose.current?.()}>{words.choose}</Button>
          {note}
        </Stack>
      </Dropzone>
      {rejected.map(({ file }) => (
        <Alert key={file.name} color="red" variant="light" role="alert" title={file.name}>
          {file.size > mostBytes ? words.tooLarge : words.notCsv}
        </Alert>
      ))}
    </>
  );
};
