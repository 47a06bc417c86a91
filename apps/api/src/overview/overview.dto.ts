import { z } from 'zod';
import { count } from '../http/counts.js';
import { isoDate } from '../http/schemas.js';

export const Dashboard = z
  .object({
    /** They do not get in although nobody switched their access off: the access report with state=cannot and open=true. */
    peopleWithoutWayIn: count,
    /** They get in as soon as the invitation is used: the access report with state=waiting. */
    pendingInvitations: count,
    failedMessages: count,
    /** Locked by every way they have. */
    lockedPeople: count,
    openCases: count,
    unassignedCases: count,
    /** People who asked for a way in, and nobody has dealt with it. */
    accessRequests: count,
    /** They get in, and a new password would not reach them; who has only a PIN needs none. */
    peopleWithoutReset: count,
    /** What somebody should look at first: messages that failed, SMS that are stopped, people who ask for a way in, cases nobody has. */
    needsYou: z.array(
      z.object({
        kind: z.enum(['failed_message', 'unassigned_case', 'access_request', 'sms_stopped']),
        /** Of the notification, the case, the access request or the stop. */
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
