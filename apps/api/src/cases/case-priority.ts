export const CASE_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
