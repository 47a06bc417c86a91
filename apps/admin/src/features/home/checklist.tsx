import { Button, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { nextStep, STEP_ADDRESSES, type Step } from './steps';
import classes from './home.module.css';

/** What is left before people can get in and report from a machine; gone when all of it is done. */
export const Checklist = ({ items }: { items: readonly Step[] }) => {
  const { t } = useTranslation('home');
  const next = nextStep(items);
  if (next === undefined) return null;
  const done = items.filter((item) => item.done).length;
  return (
    <Stack gap="xs" component="section" aria-label={t('setup.title')}>
      <Title order={2}>{t('setup.title')}</Title>
      <Text c="dimmed">{t('setup.progress', { done, all: items.length })}</Text>
      <ol className={classes.list}>
        {items.map((item) => (
          <StepLine key={item.key} item={item} isNext={item.key === next} />
        ))}
      </ol>
    </Stack>
  );
};

const StepLine = ({ item, isNext }: { item: Step; isNext: boolean }) => {
  const { t } = useTranslation('home');
  return (
    <li className={classes.step}>
      {item.done ? (
        <IconCircleCheck size={20} color="var(--lk-good-ink)" aria-hidden />
      ) : (
        <IconCircle size={20} color="var(--mantine-color-dimmed)" aria-hidden />
      )}
      <div className={classes.stepWords}>
        <Text fw={500}>
          {t(`step.${item.key}.title`)}
          <VisuallyHidden>, {t(item.done ? 'setup.done' : 'setup.open')}</VisuallyHidden>
        </Text>
        {item.done ? null : (
          <Text size="sm" c="dimmed">
            {t(`step.${item.key}.text`)}
          </Text>
        )}
      </div>
      {item.done ? null : (
        <Button component={Link} to={STEP_ADDRESSES[item.key]} size="xs" variant={isNext ? 'filled' : 'default'}>
          {t(`step.${item.key}.go`)}
        </Button>
      )}
    </li>
  );
};
