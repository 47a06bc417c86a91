import { useLocalStorage } from '@mantine/hooks';
import type { Column } from './types';

export type Density = 'dense' | 'comfortable';

export interface ListView<Row> {
  density: Density;
  setDensity: (density: Density) => void;
  isShown: (column: Column<Row>) => boolean;
  toggle: (column: Column<Row>) => void;
}

/** How this person likes lists, kept on this device: row height everywhere, columns per list. */
export const useListView = <Row>(listId: string): ListView<Row> => {
  const [density, setDensity] = useLocalStorage<Density>({
    key: 'latchkey.density',
    defaultValue: 'dense',
    getInitialValueInEffect: false,
  });
  const [changed, setChanged] = useLocalStorage<Record<string, boolean>>({
    key: `latchkey.columns.${listId}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const isShown = (column: Column<Row>): boolean => changed[column.id] ?? !column.isHiddenAtFirst;
  return {
    density,
    setDensity,
    isShown,
    toggle: (column) => setChanged({ ...changed, [column.id]: !isShown(column) }),
  };
};
