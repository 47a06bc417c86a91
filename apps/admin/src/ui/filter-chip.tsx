import { Checkbox, CloseButton, Popover, Stack, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './filter-bar.module.css';

export interface Filter {
  /** The name in the address and in the request. */
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

interface FilterChipProps {
  filter: Filter;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

export const FilterChip = ({ filter, values, onChange }: FilterChipProps) => {
  const { t } = useTranslation('list');
  const chosen = filter.options.filter((option) => values.includes(option.value)).map((option) => option.label);
  const isOn = values.length > 0;
  const text = isOn
    ? t('chosen', { name: filter.label, values: (chosen.length > 0 ? chosen : values).join(', ') })
    : filter.label;
  return (
    <span className={classes.chip} data-on={isOn || undefined}>
      <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.chipButton} aria-label={isOn ? text : t('any', { name: filter.label })}>
            <span className={classes.chipText}>{text}</span>
            {isOn ? null : <IconChevronDown size={14} aria-hidden />}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={filter.label}>
          <Checkbox.Group value={[...values]} onChange={onChange} aria-label={filter.label}>
            <Stack gap="xs">
              {filter.options.map((option) => (
                <Checkbox key={option.value} size="xs" value={option.value} label={option.label} />
              ))}
            </Stack>
          </Checkbox.Group>
        </Popover.Dropdown>
      </Popover>
      {isOn ? (
        <CloseButton size="xs" aria-label={t('clearFilter', { name: filter.label })} onClick={() => onChange([])} />
      ) : null}
    </span>
  );
};
