import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { deviceModelsOptions } from '../devices.api';

type ModelFieldProps = Pick<AutocompleteProps, 'label' | 'error' | 'description' | 'disabled' | 'placeholder'> & {
  value: string;
  onChange: (model: string) => void;
};

/** Any text; names in use are offered, so that the same model is not spelt in two ways. */
export const ModelField = ({ value, onChange, ...field }: ModelFieldProps) => {
  const [settled] = useDebouncedValue(value.trim(), 200);
  const models = useQuery(deviceModelsOptions(settled));
  return (
    <Autocomplete
      {...field}
      data={models.data ?? []}
      value={value}
      onChange={onChange}
      maxLength={200}
      // The server searched already.
      filter={({ options }) => options}
    />
  );
};
