import type { Contact } from '@latchkey/api-client';

/** After saving, what became of a login that was there before (S3.7: nothing). */
export const savedText = (contact: Contact): { key: string; companies: string } => {
  if (contact.asked === 'waiting') return { key: 'done.savedAsked', companies: '' };
  return contact.alsoAt.length > 0
    ? { key: 'done.savedLinked', companies: contact.alsoAt.map((company) => company.customerName).join(', ') }
    : { key: 'done.saved', companies: '' };
};
