import { TextInput } from '@mantine/core';

export interface ReasonInputProps {
  label: string;
  /** Where the reason will stand. */
  help: string;
  maxLength: number;
  value: string;
  onChange: (reason: string) => void;
}

/** Why something is done: kept with the act. */
export const ReasonInput = ({ label, help, maxLength, value, onChange }: ReasonInputProps) => (
  <TextInput
    label={label}
    description={help}
    value={value}
    maxLength={maxLength}
    onChange={(event) => onChange(event.currentTarget.value)}
    data-autofocus
    required
  />
);
