import { z } from 'zod';
import { isoDate } from '../http/schemas.js';

/** Counted up to 10,000; `more` when there are more. */
const count = z.object({ count: z.int(), more: z.boolean() });
export type Count = z.infer<typeof count>;

export const Dashboard = z
  .object({
    /** Portal users whose access was never given. */
    peopleWithoutWayIn: count,
    pendingInvitations: count,
    failedMessages: count,
    lockedPeople: count,
    openCases: count,
    unassignedCases: count,
    /** What somebody should look at first: messages that failed, cases nobody has. */
    needsYou: z.array(
      z.object({
        kind: z.enum(['failed_message', 'unassigned_case']),
        /** Of the notification or the case. */
        id: z.uuid(),
        title: z.string(),
        customerId: z.uuid().nullable(),
        customerName: z.string().nullable(),
        contactId: z.uuid().nullable(),
        at: isoDate,
      }),
    ),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.input<typeof Dashboard>;
