import { z } from 'zod';
import { isoDate, LANGUAGES, text } from '../../http/schemas.js';

/** Characters of one text, as written. */
const LONGEST_TEXT = 5_000;
const MOST_TEMPLATES = 100;
const MOST_NOTICES = 100;

/** Markdown subset of D18, stored as written: paragraphs, lists, bold, italic, links to http(s), mailto and tel. */
const markdown = z.string().trim().max(LONGEST_TEXT);

export const PortalTexts = z
  .strictObject({ welcome: markdown.optional(), instructions: markdown.optional(), contact: markdown.optional() })
  .meta({ id: 'PortalTexts' });

const texts = z.partialRecord(z.enum(LANGUAGES), PortalTexts);

/** Whether the reporter is asked for something. */
export const Asking = z.enum(['hidden', 'optional', 'required']);
export type Asking = z.infer<typeof Asking>;

const options = {
  showsOpenCases: z.boolean(),
  /** Templates offered, in this order; null: all that are active. */
  templateIds: z.array(z.uuid()).max(MOST_TEMPLATES).nullable(),
  askName: Asking,
  askEmail: Asking,
  askPhone: Asking,
  /** A report without any way back is offered. */
  allowsNoReply: z.boolean(),
  takesPhotos: z.boolean(),
  /** The first is the default; empty: those of the product. */
  languages: z.array(z.enum(LANGUAGES)).max(LANGUAGES.length),
};

export const DeploymentPortalDto = z
  .object({
    isEnabled: z.boolean(),
    hasPin: z.boolean(),
    /** Grows with every new PIN. */
    pinVersion: z.int(),
    pinLength: z.int().nullable(),
    pinSetAt: isoDate.nullable(),
    /** The PIN is older than the company advises (pins.adviceMonths); it goes on working. */
    isPinDue: z.boolean(),
    /** The PIN before works until then. */
    oldPinUntil: isoDate.nullable(),
    /** Wrong tries of unknown browsers against this PIN that still count (of 100). */
    wrongTries: z.int(),
    /** Since when no unknown browser is let try any more. */
    pausedAt: isoDate.nullable(),
    texts,
    ...options,
    version: z.int(),
  })
  .meta({ id: 'DeploymentPortal' });
export type DeploymentPortalDto = z.input<typeof DeploymentPortalDto>;

export const ChangeDeploymentPortal = z
  .strictObject({ texts, ...options })
  .partial()
  .meta({ id: 'ChangeDeploymentPortal', description: 'Absent means leave alone; texts are replaced as a whole' });
export type ChangeDeploymentPortal = z.infer<typeof ChangeDeploymentPortal>;

const graceDays = z.int().min(0).max(30);

export const SetDeploymentPin = z
  .strictObject({
    /** Four to eight digits; generated when absent. */
    pin: z
      .string()
      .regex(/^[0-9]{4,8}$/)
      .optional(),
    /** Of a generated PIN: as long as the one before when absent, else 4. */
    length: z.int().min(4).max(8).optional(),
    /** So many days both PINs work; the company's setting when absent, 0 ends the old one at once. */
    graceDays: graceDays.optional(),
    /** Contacts of the customer who are told by mail that the PIN changes, without the PIN. */
    notifyContactIds: z.array(z.uuid()).max(MOST_NOTICES).default([]),
  })
  .meta({ id: 'SetDeploymentPin' });
export type SetDeploymentPin = z.infer<typeof SetDeploymentPin>;

/** Why strangers may try again; kept in the audit record. */
export const LiftDeploymentPause = z.strictObject({ reason: text(200) }).meta({ id: 'LiftDeploymentPause' });
export type LiftDeploymentPause = z.infer<typeof LiftDeploymentPause>;

export const NewDeploymentPin = z
  .object({ pin: z.string(), oldPinUntil: isoDate.nullable(), portal: DeploymentPortalDto })
  .meta({ id: 'NewDeploymentPin', description: 'The PIN is shown once; later only by a reveal' });
export type NewDeploymentPin = z.input<typeof NewDeploymentPin>;

export const EnabledDeploymentPortal = z
  .object({ pin: z.string().nullable(), portal: DeploymentPortalDto })
  .meta({ id: 'EnabledDeploymentPortal', description: 'pin: the generated one, when there was none before' });
export type EnabledDeploymentPortal = z.input<typeof EnabledDeploymentPortal>;

export const RevealedDeploymentPin = z.object({ pin: z.string() }).meta({ id: 'RevealedDeploymentPin' });
export type RevealedDeploymentPin = z.input<typeof RevealedDeploymentPin>;
