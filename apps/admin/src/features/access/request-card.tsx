import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import type { AccessRequest } from '@latchkey/api-client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../app/session';
import { StateBadge } from '../../ui/state-badge';
import { TimeAgo } from '../../ui/time-ago';
import { AskedCustomer } from './asked-customer';

const TYPED = ['login', 'name', 'phone', 'company', 'words'] as const;

interface RequestCardProps {
  request: AccessRequest;
  onFinish: (request: AccessRequest) => void;
  onAsk: (request: AccessRequest) => void;
}

/** One person who asks for a way in: who it may be, what they wrote, what stood in the way, and the next step. */
export const RequestCard = ({ request, onFinish, onAsk }: RequestCardProps) => {
  const { t } = useTranslation('access');
  const { kind, contactId, contactName, customerName, times, lastAt, doneAt } = request;
  return (
    <Card component="li" withBorder padding="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>
            {contactId ? (
              <Anchor component={Link} to={`/contacts/${contactId}`} inherit>
                {contactName ?? t('requests.nobody')}
              </Anchor>
            ) : (
              t('requests.nobody')
            )}
            {customerName ? ` · ${customerName}` : ''}
          </Text>
          <Text size="sm" c="dimmed">
            <TimeAgo at={lastAt} />
          </Text>
        </Group>
        <StateBadge tone={doneAt ? 'good' : 'wait'} note={times > 1 ? t('requests.times', { count: times }) : null}>
          {doneAt ? doneText(request, t) : t(`requests.kind.${kind}`)}
        </StateBadge>
        <AskedCustomer request={request} />
        <Typed request={request} />
        <InTheWay findings={request.findings} />
        <NextSteps request={request} onFinish={onFinish} onAsk={onAsk} />
      </Stack>
    </Card>
  );
};

const doneText = ({ doneByName, doneBecause, asked }: AccessRequest, t: TFunction<'access'>): string => {
  if (doneBecause) return t(`requests.because.${doneBecause}`);
  const by = doneByName ?? asked?.answeredByName;
  return by ? t('requests.finishedBy', { name: by }) : t('requests.done');
};

const Typed = ({ request: { typed } }: { request: AccessRequest }) => {
  const { t } = useTranslation('access');
  return TYPED.filter((name) => typed[name]).map((name) => (
    <Text key={name} style={{ overflowWrap: 'anywhere' }}>
      <Text span c="dimmed" inherit>
        {t(`requests.typed.${name}`)}:{' '}
      </Text>
      {typed[name]}
    </Text>
  ));
};

const InTheWay = ({ findings }: { findings: readonly string[] }) => {
  const { t, i18n } = useTranslation('access');
  const known = findings.filter((cause) => i18n.exists(`access:short.${cause}`));
  if (known.length === 0) return null;
  return (
    <Text>
      <Text span c="dimmed" inherit>
        {t('requests.inTheWay')}:{' '}
      </Text>
      {known.map((cause) => t(`short.${cause}`)).join(', ')}
    </Text>
  );
};

const NextSteps = ({ request, onFinish, onAsk }: RequestCardProps) => {
  const { t } = useTranslation('access');
  const can = useCan();
  const { contactId, typed, doneAt, canAsk } = request;
  const said = typed.login ?? typed.name ?? typed.phone;
  return (
    <Group gap="xs">
      {contactId ? (
        <Button size="xs" component={Link} to={`/contacts/${contactId}/check`}>
          {t('requests.check')}
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          component={Link}
          to={`/contacts${said ? `?q=${encodeURIComponent(said)}` : ''}`}
        >
          {t('requests.find')}
        </Button>
      )}
      {canAsk && can('contact:write') ? (
        <Button size="xs" variant="default" onClick={() => onAsk(request)}>
          {t('requests.ask.button')}
        </Button>
      ) : null}
      {doneAt === null && can('contact:write') ? (
        <Button size="xs" variant="default" onClick={() => onFinish(request)}>
          {t('requests.finish')}
        </Button>
      ) : null}
    </Group>
  );
};
