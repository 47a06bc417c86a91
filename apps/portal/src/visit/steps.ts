/** Where a person is in a visit; what the back button goes through. */
export const VISIT_STEPS = ['machine', 'what', 'questions', 'words', 'reach', 'review', 'sent'] as const;
export type VisitStep = (typeof VISIT_STEPS)[number];
