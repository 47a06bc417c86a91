import { z } from 'zod';

/** A company that waits for the person to accept it, or that they refused; nothing of it is told but its name. */
export const AskedCompanyDto = z
  .object({ contactId: z.uuid(), name: z.string(), state: z.enum(['waiting', 'declined']) })
  .meta({ id: 'AskedCompany' });
export type AskedCompanyDto = z.input<typeof AskedCompanyDto>;

export const AskedCompanies = z.object({ items: z.array(AskedCompanyDto) }).meta({ id: 'AskedCompanies' });
