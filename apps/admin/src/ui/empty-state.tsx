import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** Teaches: what belongs here and how it gets here. */
  text?: ReactNode;
  /** At most one filled button, and quiet ones beside it. */
  actions?: ReactNode;
  icon?: ReactNode;
}

export const EmptyState = ({ title, text, actions, icon }: EmptyStateProps) => (
  <Stack align="center" gap="xs" py={48} px="md" ta="center">
    {icon}
    <Text fw={600}>{title}</Text>
    {text ? (
      <Text c="dimmed" maw={440}>
        {text}
      </Text>
    ) : null}
    {actions ? (
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, justifyContent: 'center', marginTop: 8 }}>{actions}</div>
    ) : null}
  </Stack>
);
