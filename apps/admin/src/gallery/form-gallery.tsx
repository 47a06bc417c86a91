import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { FormProblems, useFormProblems } from '../ui/form-problems';
import { LeaveWarning } from '../ui/leave-warning';
import { useToasts } from '../ui/toasts';
import { broken, problem } from './samples';

type Dialog = 'plain' | 'typed' | 'failing' | null;

export const FormGallery = () => {
  const [dialog, setDialog] = useState<Dialog>(null);
  const toast = useToasts();
  const close = (): void => setDialog(null);
  return (
    <Stack gap="xl" maw={560}>
      <SampleForm />
      <Group>
        <Button variant="default" onClick={() => setDialog('plain')}>
          Confirm
        </Button>
        <Button variant="default" onClick={() => setDialog('typed')}>
          Confirm by typing
        </Button>
        <Button variant="default" onClick={() => setDialog('failing')}>
          Confirm, then fail
        </Button>
        <Button variant="default" onClick={() => toast.done('Eva Lind deactivated', () => undefined)}>
          Toast with undo
        </Button>
        <Button variant="default" onClick={() => toast.failed(broken)}>
          Toast of a failure
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={dialog === 'plain'}
        onClose={close}
        onConfirm={() => undefined}
        title="Send portal credentials?"
        confirmLabel="Send 31 messages"
      >
        <Text>Sends 31 messages; 6 are active already; 2 have no address.</Text>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={dialog === 'typed'}
        onClose={close}
        onConfirm={() => undefined}
        title="Delete Nordic AB?"
        confirmLabel="Delete customer and 4 contacts"
        typedPhrase="Nordic AB"
        isDangerous
      >
        <Text>Deletes the customer, its 4 contacts and 2 logins. Nobody can bring them back.</Text>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={dialog === 'failing'}
        onClose={close}
        onConfirm={() => Promise.reject(broken)}
        title="Lift the lock?"
        confirmLabel="Lift the lock"
      >
        <Text>Ana Ruiz can try again at once.</Text>
      </ConfirmDialog>
    </Stack>
  );
};

const SampleForm = () => {
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: '', phones: [{ number: '12' }] } });
  const { show, problems } = useFormProblems(form);
  return (
    <form onSubmit={form.onSubmit(() => show(problem))}>
      <Stack>
        <TextInput label="Name" key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput
          label="Phone"
          description="Any spelling"
          key={form.key('phones.0.number')}
          {...form.getInputProps('phones.0.number')}
        />
        <FormProblems problems={problems} labels={{ name: 'Name', 'phones.0.number': 'Phone' }} />
        <Group>
          <Button type="submit">Save</Button>
        </Group>
      </Stack>
      <LeaveWarning when={form.isDirty()} />
    </form>
  );
};
