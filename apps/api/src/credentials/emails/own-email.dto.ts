import { z } from 'zod';
import { isoDate, text } from '../../http/schemas.js';
import { requiredEmail } from '../../text/email.js';
import { OwnSecret } from '../portal/portal.dto.js';

/** The own password or PIN is typed once more (SES-6). */
export const AskEmailCode = OwnSecret.extend({ email: requiredEmail }).meta({ id: 'AskEmailCode' });
export type AskEmailCode = z.infer<typeof AskEmailCode>;

export const EmailCodeSent = z.object({ expiresAt: isoDate }).meta({ id: 'EmailCodeSent' });
export type EmailCodeSent = z.input<typeof EmailCodeSent>;

export const ConfirmEmail = z.strictObject({ code: text(20) }).meta({ id: 'ConfirmEmail' });
export type ConfirmEmail = z.infer<typeof ConfirmEmail>;
