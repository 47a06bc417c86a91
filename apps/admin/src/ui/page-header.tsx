import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import classes from './page-header.module.css';

export interface PageHeaderProps {
  title: string;
  /** Short facts beside the title, with dots between them: "Customer 10482", a StateBadge. */
  facts?: readonly ReactNode[];
  /** The one filled button of the page. */
  primary?: ReactNode;
  /** Quiet buttons (variant="default") left of it. */
  secondary?: ReactNode;
  /** An ActionMenu with what is left. */
  menu?: ReactNode;
  back?: { to: string; label: string };
}

/** Also names the browser tab. */
export const PageHeader = ({ title, facts = [], primary, secondary, menu, back }: PageHeaderProps) => {
  const { t } = useTranslation();
  const app = t('app');
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);

  return (
    <header className={classes.header}>
      <Stack gap={4} miw={0}>
        {back ? (
          <Anchor component={Link} to={back.to} size="sm" className={classes.back}>
            <IconArrowLeft size={14} aria-hidden /> {back.label}
          </Anchor>
        ) : null}
        <Group gap="4px 12px">
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {facts.length > 0 ? (
            <div className={classes.facts}>
              {facts.map((fact, index) => (
                <Text key={index} component="span" c="dimmed" className={classes.fact}>
                  {fact}
                </Text>
              ))}
            </div>
          ) : null}
        </Group>
      </Stack>
      <Group gap="xs">
        {secondary}
        {primary}
        {menu}
      </Group>
    </header>
  );
};
