import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';

const PHONE = '(max-width: 47.99em)';

interface ChoiceBarProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}

/** One of a few, side by side; below each other where long words have no room for that. */
export const ChoiceBar = <Value extends string>({ label, value, onChange, options }: ChoiceBarProps<Value>) => {
  const isPhone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  return (
    <SegmentedControl
      aria-label={label}
      mb="xs"
      orientation={isPhone ? 'vertical' : 'horizontal'}
      fullWidth={isPhone === true}
      styles={isPhone ? { label: { paddingBlock: 11 } } : undefined}
      value={value}
      onChange={onChange}
      data={[...options]}
    />
  );
};
