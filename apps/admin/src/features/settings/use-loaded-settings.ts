import { useOutletContext } from 'react-router-dom';
import type { Settings } from './settings.api';

/** The settings of the page around the tabs. */
export const useLoadedSettings = (): Settings => useOutletContext<Settings>();
