import { Button, Collapse, Group, Stack, Text, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import type { Deployment, DeploymentChecklist } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Loaded } from '../../../ui/loaded';
import { useChecklist } from '../portal.api';
import { nextStep } from './steps';
import classes from './portal.module.css';

type Item = DeploymentChecklist['items'][number];

interface ChecklistProps {
  deployment: Deployment;
  onEnable: () => void;
}

/** Enable, PIN, options, labels, print, attach (S1.14): what is done shows by itself, what comes next is a button. */
export const SetupChecklist = (props: ChecklistProps) => (
  <Loaded query={useChecklist(props.deployment.id)}>{({ items }) => <Steps {...props} items={items} />}</Loaded>
);

const Steps = ({ items, ...props }: ChecklistProps & { items: readonly Item[] }) => {
  const { t } = useTranslation('deployment-portal');
  const next = nextStep(items);
  const done = items.filter((item) => item.done).length;
  const [isOpen, setOpen] = useState(next !== undefined);
  return (
    <section aria-label={t('setup.title')} className={classes.panel}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <div>
            <Title order={2}>{t('setup.title')}</Title>
            <Text c="dimmed">{next ? t('setup.progress', { done, all: items.length }) : t('setup.allDone')}</Text>
          </div>
          {next ? (
            <NextButton item={next} {...props} />
          ) : (
            <UnstyledButton onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} c="dimmed">
              {t(isOpen ? 'setup.hide' : 'setup.show')}
            </UnstyledButton>
          )}
        </Group>
        <Collapse expanded={isOpen}>
          <ol className={classes.steps}>
            {items.map((item) => (
              <Step key={item.key} item={item} isNext={item === next} />
            ))}
          </ol>
        </Collapse>
      </Stack>
    </section>
  );
};

const Step = ({ item, isNext }: { item: Item; isNext: boolean }) => {
  const { t } = useTranslation('deployment-portal');
  const Icon = item.done ? IconCircleCheck : IconCircle;
  const counted = item.total === null ? '' : ` ${item.count ?? 0}/${item.total}`;
  return (
    <li className={classes.step}>
      <Icon
        size={20}
        color={item.done ? 'var(--lk-good-ink)' : 'var(--mantine-color-dimmed)'}
        style={{ flex: 'none' }}
        aria-hidden
      />
      <div>
        <Text fw={isNext ? 600 : 400}>
          {t(`step.${item.key}.title`)}
          {counted}
          <VisuallyHidden>, {t(item.done ? 'setup.done' : 'setup.open')}</VisuallyHidden>
        </Text>
        {isNext ? (
          <Text size="sm" c="dimmed">
            {t(`step.${item.key}.text`)}
          </Text>
        ) : null}
      </div>
    </li>
  );
};

/** Where the step is done. */
const NextButton = ({ item, deployment, onEnable }: ChecklistProps & { item: Item }) => {
  const { t } = useTranslation('deployment-portal');
  const label = t(`step.${item.key}.go`);
  const base = `/deployments/${deployment.id}`;
  const may = (action: Deployment['allowedActions'][number]): boolean => deployment.allowedActions.includes(action);
  if (item.key === 'portal_pin') return may('configure_portal') ? <Button onClick={onEnable}>{label}</Button> : null;
  if (item.key === 'options')
    return may('configure_portal') ? (
      <Button component="a" href="#options">
        {label}
      </Button>
    ) : null;
  const to = item.key === 'device' ? `${base}/devices/new` : `${base}/labels`;
  return may(item.key === 'device' ? 'add_device' : 'print_labels') ? (
    <Button component={Link} to={to}>
      {label}
    </Button>
  ) : null;
};
