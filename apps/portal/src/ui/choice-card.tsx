import { useId } from 'react';

interface ChoiceCardProps {
  name: string;
  title: string;
  hint: string;
  isChosen: boolean;
  onChoose: () => void;
}

/** One of a few answers, large enough for a thumb. */
export function ChoiceCard({ name, title, hint, isChosen, onChoose }: ChoiceCardProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="flex cursor-pointer gap-3 rounded-lg border border-field-line bg-surface p-4 has-checked:border-2 has-checked:border-accent-ink has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)"
    >
      <input
        id={id}
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        className="mt-1 size-5 shrink-0 accent-(--accent-ink)"
      />
      <span className="font-semibold">
        {title}
        <span className="block text-[0.9375rem] font-normal text-quiet">{hint}</span>
      </span>
    </label>
  );
}
