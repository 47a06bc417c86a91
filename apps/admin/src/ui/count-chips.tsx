import { Button } from '@mantine/core';
import { useFormat } from '../lib/use-format';
import classes from './count-chips.module.css';

export interface CountChip<Id extends string> {
  /** Undefined: all. */
  id: Id | undefined;
  label: string;
  count: number;
}

interface CountChipsProps<Id extends string> {
  label: string;
  chips: readonly CountChip<Id>[];
  value: Id | undefined;
  onChoose: (id: Id | undefined) => void;
}

/** A list by what became of its rows: how many there are of each, and only those at a press. */
export const CountChips = <Id extends string>({ label, chips, value, onChoose }: CountChipsProps<Id>) => {
  const { number } = useFormat();
  return (
    <fieldset className={classes.chips} aria-label={label}>
      {chips.map((chip) => (
        <Button
          key={chip.id ?? 'all'}
          size="xs"
          variant={chip.id === value ? 'light' : 'default'}
          aria-pressed={chip.id === value}
          onClick={() => onChoose(chip.id)}
        >
          {chip.label} {number(chip.count)}
        </Button>
      ))}
    </fieldset>
  );
};
