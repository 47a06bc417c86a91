import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';

/** Below a list of lines in a form: one more. */
export const AddLine = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <Button variant="subtle" size="xs" w="fit-content" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
    {label}
  </Button>
);
