import { FirstTables1795000000000 } from './1795000000000-first-tables.js';
import { FindNotifications1795000200000 } from './1795000200000-find-notifications.js';

/** In order. Named here instead of found by a pattern. */
export const migrations = [FirstTables1795000000000, FindNotifications1795000200000];
