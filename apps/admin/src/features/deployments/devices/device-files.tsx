import { Anchor, Button, CloseButton, FileButton, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconFileText, IconPhoto } from '@tabler/icons-react';
import type { Device, DeviceFile } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../lib/use-problem-text';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useToasts } from '../../../ui/toasts';
import { useDeploymentAct } from '../deployments.api';
import classes from '../deployments.module.css';
import { deviceFileHref, FILE_TYPES, removeFile, uploadFile, useDeviceFiles } from '../devices.api';

interface DeviceFilesProps {
  device: Device;
  kind: DeviceFile['kind'];
}

/** Stored at once, each by itself. The newest photo is the one that visitors see (S1.x5). */
export const DeviceFiles = ({ device, kind }: DeviceFilesProps) => {
  const { t } = useTranslation('devices');
  const found = useDeviceFiles(device.id);
  const mayEdit = device.allowedActions.includes('edit');
  const files = (found.data?.items ?? []).filter((file) => file.kind === kind);
  return (
    <section aria-label={t(`files.${kind}`)}>
      <Title order={2} mb="xs">
        {t(`files.${kind}`)}
      </Title>
      <Stack gap="xs" align="stretch">
        {found.isPending ? <Skeleton height={36} /> : null}
        {kind === 'photo' && device.photoFileId ? (
          <img className={classes.photo} src={deviceFileHref(device.photoFileId)} alt={t('files.photoOf', device)} />
        ) : null}
        {files.length > 0 ? (
          <ul className={classes.files}>
            {files.map((file) => (
              <FileRow key={file.id} file={file} isShown={file.id === device.photoFileId} mayEdit={mayEdit} />
            ))}
          </ul>
        ) : null}
        {found.data && files.length === 0 ? <Text c="dimmed">{t(`files.no_${kind}`)}</Text> : null}
        {mayEdit ? <UploadButton device={device} kind={kind} /> : null}
      </Stack>
    </section>
  );
};

const FileRow = ({ file, isShown, mayEdit }: { file: DeviceFile; isShown: boolean; mayEdit: boolean }) => {
  const { t } = useTranslation('devices');
  const act = useDeploymentAct();
  const [isAsking, setAsking] = useState(false);
  const Icon = file.kind === 'photo' ? IconPhoto : IconFileText;
  return (
    <li className={classes.file}>
      <Icon size={16} aria-hidden style={{ flex: 'none' }} />
      <span style={{ flex: 1, minWidth: 0 }}>
        <Anchor href={deviceFileHref(file.id)} target="_blank" rel="noreferrer" size="sm">
          {file.name}
        </Anchor>
        {isShown ? (
          <Text size="xs" c="dimmed">
            {t('files.shown')}
          </Text>
        ) : null}
      </span>
      {mayEdit ? (
        <CloseButton size="sm" aria-label={t('files.remove', { name: file.name })} onClick={() => setAsking(true)} />
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => act(() => removeFile(file.id))}
        done={t('done.fileDeleted', { name: file.name })}
        title={t('files.removeTitle', { name: file.name })}
        confirmLabel={t('files.removeGo')}
        isDangerous
      >
        <Text>{t('files.removeText')}</Text>
      </ConfirmDialog>
    </li>
  );
};

const UploadButton = ({ device, kind }: DeviceFilesProps) => {
  const { t } = useTranslation('devices');
  const { sentence } = useProblemText();
  const act = useDeploymentAct();
  const toast = useToasts();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const take = async (file: File | null): Promise<void> => {
    if (!file) return;
    setProblem(null);
    if (!(FILE_TYPES[kind] as readonly string[]).includes(file.type))
      return setProblem(t(`files.wrong_${kind}`, { name: file.name }));
    setBusy(true);
    try {
      await act(() => uploadFile(device.id, kind, file));
      toast.done(t('done.fileAdded', { name: file.name }));
    } catch (error) {
      setProblem(`${file.name}: ${sentence(error)}`);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack gap={4}>
      <Group>
        <FileButton accept={FILE_TYPES[kind].join(',')} onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={isBusy}>
              {t(`files.add_${kind}`)}
            </Button>
          )}
        </FileButton>
      </Group>
      {problem ? (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      ) : null}
    </Stack>
  );
};
