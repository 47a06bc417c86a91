import { Text, Title } from '@mantine/core';
import type { Deployment } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { Fact, Facts } from '../../ui/facts';

/** Where it is, and who learns of a report. */
export const DeploymentFacts = ({ deployment }: { deployment: Deployment }) => {
  const { t, i18n } = useTranslation('deployments');
  const { date } = useFormat();
  const place = [deployment.postalCode, deployment.city].filter(Boolean).join(' ');
  const country = deployment.country
    ? new Intl.DisplayNames([i18n.language], { type: 'region' }).of(deployment.country)
    : undefined;
  const address = [deployment.street, place, country].filter(Boolean);
  const { defaultAssignee, notifyEmails, notes } = deployment;
  return (
    <section>
      <Title order={2} mb="xs">
        {t('section.facts')}
      </Title>
      <Facts>
        <Fact label={t('field.address')}>
          {address.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Fact>
        <Fact label={t('field.timeZone')}>{deployment.timeZone}</Fact>
        <Fact label={t('field.defaultAssigneeId')}>
          {defaultAssignee
            ? t(defaultAssignee.isActive ? 'assignee' : 'assigneeGone', { name: defaultAssignee.name })
            : t('field.nobody')}
        </Fact>
        <Fact label={t('field.notifyEmails')}>
          {notifyEmails.map((email) => (
            <div key={email}>{email}</div>
          ))}
        </Fact>
        <Fact label={t('field.externalId')}>{deployment.externalId}</Fact>
        <Fact label={t('field.createdAt')}>{date(deployment.createdAt)}</Fact>
      </Facts>
      {notes ? (
        <>
          <Title order={3} mt="md" mb={4}>
            {t('field.notes')}
          </Title>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{notes}</Text>
        </>
      ) : null}
    </section>
  );
};
