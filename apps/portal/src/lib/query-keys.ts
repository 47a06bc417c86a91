/** The names of what is fetched, so that one feature can say that another's answer is old. */
export const queryKeys = {
  company: ['company'],
  session: ['session'],
  companies: ['companies'],
  /** Everything that belongs to the chosen company. */
  cases: ['cases'],
  caseList: ['cases', 'list'],
  case: (id: string) => ['cases', 'one', id] as const,
  ownPhones: ['own-phones'],
  ownDevices: ['own-devices'],
  privacy: ['privacy'],
} as const;
