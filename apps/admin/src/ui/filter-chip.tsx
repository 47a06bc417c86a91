import { Checkbox, CloseButton, Popover, Radio, Stack, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './filter-bar.module.css';

export interface Filter {
  /** The name in the address and in the request. */
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** The server takes one value only. */
  isSingle?: boolean;
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
          <Choices filter={filter} values={values} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
      {isOn ? (
        <CloseButton size="xs" aria-label={t('clearFilter', { name: filter.label })} onClick={() => onChange([])} />
      ) : null}
    </span>
  );
};

const Choices = ({ filter, values, onChange }: FilterChipProps) => {
  const Choice = filter.isSingle ? Radio : Checkbox;
  const choices = (
    <Stack gap="xs">
      {filter.options.map((option) => (
        <Choice key={option.value} size="xs" value={option.value} label={option.label} />
      ))}
    </Stack>
  );
  return filter.isSingle ? (
    <Radio.Group value={values[0] ?? null} onChange={(value) => onChange([value])} aria-label={filter.label}>
      {choices}
    </Radio.Group>
  ) : (
    <Checkbox.Group value={[...values]} onChange={onChange} aria-label={filter.label}>
      {choices}
    </Checkbox.Group>
  );
};
