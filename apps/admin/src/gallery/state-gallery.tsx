import { Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TONES } from '../theme/tokens';
import { CopyOnce } from '../ui/copy-once';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { StateBadge } from '../ui/state-badge';
import { TimeAgo } from '../ui/time-ago';
import { Timeline, type TimelineItem } from '../ui/timeline';
import { broken } from './samples';

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const STORY: readonly TimelineItem[] = [
  {
    id: '4',
    at: ago(2),
    tone: 'bad',
    title: 'Refused by mail.nordic.example',
    detail: '550 5.1.1 <eva@nordic.example>: Recipient address rejected',
  },
  { id: '3', at: ago(3), tone: 'wait', title: 'Handed over to the mail server' },
  { id: '2', at: ago(60 * 26), tone: 'good', title: 'Accepted by mail.nordic.example' },
  { id: '1', at: ago(60 * 24 * 40), title: 'Portal credentials queued', actor: 'Maria Öst' },
];

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <Title order={2} mb="xs">
      {title}
    </Title>
    {children}
  </section>
);

export const StateGallery = () => (
  <Stack gap="xl">
    <Part title="State badges">
      <Group align="flex-start">
        {TONES.map((tone) => (
          <StateBadge key={tone} tone={tone} note={tone === 'wait' ? 'mail delivered' : undefined}>
            {tone === 'wait' ? 'Eingeladen' : tone}
          </StateBadge>
        ))}
        <StateBadge tone="bad" isFinal>
          Failed
        </StateBadge>
      </Group>
    </Part>
    <Part title="Times">
      <Group>
        {[0, 5, 60 * 3, 60 * 24 * 3, 60 * 24 * 400].map((minutes) => (
          <TimeAgo key={minutes} at={ago(minutes)} />
        ))}
        <TimeAgo at={null} />
      </Group>
    </Part>
    <Part title="Timeline">
      <Timeline label="What happened to the message" items={STORY} />
    </Part>
    <Part title="Shown once">
      <CopyOnce label="Neue PIN von Jürgen Großmann-Weißenfels" value="482 913" />
    </Part>
    <Part title="Empty">
      <EmptyState title="No cases yet" text="A case starts when somebody reports a problem from the portal." />
    </Part>
    <Part title="Failed">
      <FailedState error={broken} onRetry={() => undefined} />
      <FailedState error={new TypeError('Failed to fetch')} isCompact onRetry={() => undefined} />
    </Part>
  </Stack>
);
