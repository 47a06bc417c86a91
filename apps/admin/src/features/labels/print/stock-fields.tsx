import { Alert, Group, NativeSelect, NumberInput, SegmentedControl, Stack } from '@mantine/core';
import type { LabelStock, OwnLabelStock } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { OWN, ownProblems, type PrintChoice } from './print-plan';

interface StockFieldsProps {
  stocks: readonly LabelStock[];
  choice: PrintChoice;
  onChange: (choice: PrintChoice) => void;
}

export const StockFields = ({ stocks, choice, onChange }: StockFieldsProps) => {
  const { t } = useTranslation('labels');
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('stock.label')}
        value={choice.stock}
        onChange={(event) => onChange({ ...choice, stock: event.currentTarget.value, startAt: 1 })}
        data={[...stocks.map(({ id, name }) => ({ value: id, label: name })), { value: OWN, label: t('stock.own') }]}
      />
      {choice.stock === OWN ? <OwnFields own={choice.own} onChange={(own) => onChange({ ...choice, own })} /> : null}
      <NumberInput
        label={t('print.copies')}
        value={choice.copies}
        min={1}
        max={20}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(value) => onChange({ ...choice, copies: typeof value === 'number' ? value : 1 })}
      />
    </Stack>
  );
};

/** Of each size: what it is called, and how to read and write it. */
const SIZES: readonly [string, (own: OwnLabelStock) => number, (own: OwnLabelStock, mm: number) => OwnLabelStock][] = [
  ['pageWidth', (own) => own.page.width, (own, width) => ({ ...own, page: { ...own.page, width } })],
  ['pageHeight', (own) => own.page.height, (own, height) => ({ ...own, page: { ...own.page, height } })],
  ['labelWidth', (own) => own.label.width, (own, width) => ({ ...own, label: { ...own.label, width } })],
  ['labelHeight', (own) => own.label.height, (own, height) => ({ ...own, label: { ...own.label, height } })],
  ['columns', (own) => own.columns, (own, columns) => ({ ...own, columns })],
  ['rows', (own) => own.rows, (own, rows) => ({ ...own, rows })],
  ['left', (own) => own.margin.left, (own, left) => ({ ...own, margin: { ...own.margin, left } })],
  ['top', (own) => own.margin.top, (own, top) => ({ ...own, margin: { ...own.margin, top } })],
  ['gapX', (own) => own.gap.x, (own, x) => ({ ...own, gap: { ...own.gap, x } })],
  ['gapY', (own) => own.gap.y, (own, y) => ({ ...own, gap: { ...own.gap, y } })],
];
const COUNTED = new Set(['columns', 'rows']);

const OwnFields = ({ own, onChange }: { own: OwnLabelStock; onChange: (own: OwnLabelStock) => void }) => {
  const { t } = useTranslation('labels');
  const problems = ownProblems(own);
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('stock.shape')}
        value={own.shape}
        onChange={(value) => onChange({ ...own, shape: value === 'round' ? 'round' : 'rect' })}
        data={(['rect', 'round'] as const).map((value) => ({ value, label: t(`stock.${value}`) }))}
      />
      <Group gap="xs" align="flex-end">
        {SIZES.map(([name, read, write]) => (
          <NumberInput
            key={name}
            size="xs"
            w={130}
            label={t(`stock.${name}`)}
            value={read(own)}
            min={COUNTED.has(name) ? 1 : 0}
            max={COUNTED.has(name) ? 50 : 1000}
            decimalScale={COUNTED.has(name) ? 0 : 2}
            clampBehavior="strict"
            suffix={COUNTED.has(name) ? '' : ' mm'}
            onChange={(value) => typeof value === 'number' && onChange(write(own, value))}
          />
        ))}
      </Group>
      {problems.length > 0 ? (
        <Alert color="red" variant="light" role="alert">
          {problems.map((problem) => (
            <div key={problem}>{t(`stock.problem.${problem}`)}</div>
          ))}
        </Alert>
      ) : null}
    </>
  );
};
