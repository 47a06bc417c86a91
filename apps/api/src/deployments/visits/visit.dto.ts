import { z } from 'zod';
import { Challenge, SolvedChallenge } from '../../budgets/challenge.dto.js';
import { isoDate, LANGUAGES } from '../../http/schemas.js';
import { readLabelText } from '../labels/label-codes.js';
import { Asking, PortalTexts } from '../portal/portal.dto.js';

/** Read as people type it: small letters, spaces and dashes do not count, O is 0, I and L are 1. */
const crockford = (length: number) =>
  z
    .string()
    .max(40)
    .transform(readLabelText)
    .pipe(z.string().regex(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`)));

/** The id in a label's address. */
export const LabelId = crockford(12);

/** What stands on a label: the id in its address, and the secret in its fragment or the code to type. */
const label = {
  label: LabelId,
  secret: z
    .string()
    .regex(/^[\w-]{22}$/)
    .optional(),
  code: crockford(10).optional(),
};

const namesOneSecret = (sent: { secret?: string | undefined; code?: string | undefined }): boolean =>
  (sent.secret === undefined) !== (sent.code === undefined);
const ONE_SECRET = { error: 'Name either the secret or the code', path: ['secret'] };

export const RecordScan = z.strictObject(label).refine(namesOneSecret, ONE_SECRET).meta({ id: 'RecordScan' });
export type RecordScan = z.infer<typeof RecordScan>;

export const ScanRecorded = z
  .object({ challenge: Challenge.nullable() })
  .meta({ id: 'ScanRecorded', description: 'The same for every label; challenge: to be solved before a PIN is tried' });
export type ScanRecorded = z.input<typeof ScanRecorded>;

export const OpenVisit = z
  .strictObject({
    ...label,
    /** Absent: only a browser that visits this deployment already is let in. */
    pin: z
      .string()
      .regex(/^[0-9]{4,8}$/)
      .optional(),
    challenge: SolvedChallenge.optional(),
  })
  .refine(namesOneSecret, ONE_SECRET)
  .meta({ id: 'OpenVisit' });
export type OpenVisit = z.infer<typeof OpenVisit>;

export const VisitDevice = z
  .object({
    name: z.string(),
    model: z.string().nullable(),
    position: z.string().nullable(),
    hasPhoto: z.boolean(),
  })
  .meta({ id: 'VisitDevice' });

const place = { device: VisitDevice, deployment: z.object({ name: z.string() }), expiresAt: isoDate };

export const VisitOpened = z.object(place).meta({ id: 'VisitOpened' });
export type VisitOpened = z.input<typeof VisitOpened>;

export const VisitQuery = z.strictObject({ language: z.enum(LANGUAGES).optional() });
export type VisitQuery = z.infer<typeof VisitQuery>;

/** All that a visitor sees of the portal, and nothing else (POR-6). Texts are in the Markdown subset of D18. */
export const VisitDto = z
  .object({
    ...place,
    language: z.enum(LANGUAGES),
    languages: z.array(z.enum(LANGUAGES)),
    texts: PortalTexts,
    askName: Asking,
    askEmail: Asking,
    askPhone: Asking,
    allowsNoReply: z.boolean(),
    takesPhotos: z.boolean(),
    showsOpenCases: z.boolean(),
    /** "Send me updates by e-mail" is offered. */
    confirmMail: z.boolean(),
  })
  .meta({ id: 'Visit' });
export type VisitDto = z.input<typeof VisitDto>;
