/** Free tries, then a wait of 30 s that doubles up to 15 minutes before each further try, and a last try (D6). */
export interface GrowingRule {
  free: number;
  cap: number;
}

/** So many within a fixed window that starts with the first. */
export interface WindowRule {
  max: number;
  windowSeconds: number;
}

export type BudgetRule = GrowingRule | WindowRule;

export const FIRST_WAIT_SECONDS = 30;
export const LONGEST_WAIT_SECONDS = 900;

/** D6. A PIN below six digits is guessed too soon for the wider rule. */
export const BUDGET_RULES = {
  password: { free: 5, cap: 100 },
  pin: { free: 5, cap: 50 },
  shortPin: { free: 3, cap: 10 },
  /** The second step of a staff sign-in: 100 tries at three codes of a million (AUT-12). */
  code: { free: 5, cap: 100 },
  /** A browser that once signed in: a budget of its own, so that an attacker cannot lock the owner out (AUT-5). */
  knownDevice: { max: 10, windowSeconds: 900 },
} as const satisfies Record<string, BudgetRule>;

/** The rule for a PIN of this many digits. */
export const pinRule = (length: number): GrowingRule => (length >= 6 ? BUDGET_RULES.pin : BUDGET_RULES.shortPin);
