import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './print.module.css';
import { perSheet, placesOf, type Geometry, type PrintChoice } from './print-plan';

interface SheetDrawingProps {
  geometry: Geometry;
  choice: PrintChoice;
  labels: number;
  onStart: (number: number) => void;
}

/** The first sheet to scale. A click says where the first free label is. */
export const SheetDrawing = ({ geometry, choice, labels, onStart }: SheetDrawingProps) => {
  const { t } = useTranslation('labels');
  const { page } = geometry;
  const isOne = perSheet(geometry) === 1;
  return (
    <div className={classes.drawing}>
      <Text size="sm" fw={500} mb={4}>
        {isOne ? t('sheet.single') : t('sheet.start', { number: choice.startAt })}
      </Text>
      <div
        className={classes.sheet}
        style={{
          aspectRatio: `${page.width} / ${page.height}`,
          maxWidth: `min(100%, ${(300 * page.width) / page.height}px)`,
        }}
      >
        {placesOf(geometry, choice, labels).map(({ number, state, left, top, width, height }) => (
          <button
            key={number}
            type="button"
            className={classes.place}
            data-state={state}
            data-round={geometry.shape === 'round' || undefined}
            style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
            aria-label={t(`sheet.${state}`, { number })}
            aria-pressed={number === choice.startAt}
            disabled={isOne}
            onClick={() => onStart(number)}
          >
            {number === choice.startAt ? number : null}
          </button>
        ))}
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {isOne ? t('sheet.onePerPage') : t('sheet.hint')}
      </Text>
    </div>
  );
};
