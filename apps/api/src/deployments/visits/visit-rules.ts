import type { WindowRule } from '../../budgets/budget-rules.js';

/** D4.3: a browser's own tries at one label; then 30 s, 1, 2, 5 and 15 minutes before each further one. */
export const FREE_TRIES = 5;
export const WAITS_SECONDS = [30, 60, 120, 300, 900] as const;

/** D4.3: wrong tries of unknown browsers at one label. */
export const LABEL_HOUR: WindowRule = { max: 20, windowSeconds: 3_600 };
export const LABEL_DAY: WindowRule = { max: 40, windowSeconds: 86_400 };

/** D4.3: wrong tries of one address (IPv4 /32, IPv6 /64) before its strangers have to do some work first. Not a block. */
export const ADDRESS_RULE: WindowRule = { max: 50, windowSeconds: 900 };

/** Scans of one network that are counted: a plant whose phones share one address scans less, a crowd of requests costs little. */
export const SCANS_RULE: WindowRule = { max: 300, windowSeconds: 900 };

/** D4.4: a browser that once gave the right PIN. */
export const KNOWN_RULE: WindowRule = { max: 10, windowSeconds: 900 };

/** D4.5: a right PIN takes back so many of this browser's own wrong tries, none older than this. */
export const MOST_TAKEN_BACK = 3;
export const TYPOS_SECONDS = 600;

/** Staff are told when so many wrong tries count against one PIN; at the last one strangers are not let try any more. */
export const TOLD_AT = [20, 50, 100] as const;

/** Keys of the budgets that belong to the one who tries: they exist for labels that do not. */
export interface OwnKeys {
  address: string;
  browser: string;
  typos: string;
}

/** Keys of the budgets that everybody shares who tries at one label and PIN. */
export interface SharedKeys {
  hour: string;
  day: string;
  portal: string;
}
