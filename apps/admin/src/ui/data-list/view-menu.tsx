import { Button, Checkbox, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column } from './types';
import type { Density, ListView } from './use-list-view';

/** Row height and columns. The first column names the row and stays. */
export const ViewMenu = <Row,>({ view, columns }: { view: ListView<Row>; columns: readonly Column<Row>[] }) => {
  const { t } = useTranslation('list');
  const densities: { value: Density; label: string }[] = [
    { value: 'dense', label: t('dense') },
    { value: 'comfortable', label: t('comfortable') },
  ];
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}>
          {t('view')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="xs" c="dimmed" id="list-density">
            {t('density')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="list-density"
            data={densities}
            value={view.density}
            onChange={(value) => view.setDensity(value === 'dense' ? 'dense' : 'comfortable')}
          />
          <Text size="xs" c="dimmed">
            {t('columns')}
          </Text>
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.id}
              size="xs"
              label={column.header}
              checked={view.isShown(column)}
              onChange={() => view.toggle(column)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
