/** The names of what is fetched, so that one feature can say that another's answer is old. */
export const queryKeys = {
  company: ['company'],
  session: ['session'],
  companies: ['companies'],
  asked: ['asked'],
  /** Everything that belongs to the chosen company. */
  cases: ['cases'],
  caseList: ['cases', 'list'],
  case: (id: string) => ['cases', 'one', id] as const,
  /** Of the person at one company. */
  ownPhones: (contactId: string | undefined) => ['own-phones', contactId] as const,
  ownDevices: ['own-devices'],
  privacy: ['privacy'],
  privacyNotice: ['privacy-notice'],
  colleagues: ['colleagues'],
} as const;

/** What one person sees and the next one may not. */
export const PERSONAL_KEYS = [
  queryKeys.cases,
  queryKeys.companies,
  queryKeys.asked,
  ['own-phones'],
  queryKeys.ownDevices,
  queryKeys.colleagues,
] as const;
