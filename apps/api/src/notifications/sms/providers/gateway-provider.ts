import type { Outlet } from '../../delivery/mail-server.js';
import { outcomeOf } from '../../delivery/smtp-outcome.js';
import { localPart, type NumberFormat } from '../carriers/number-format.js';
import type { Sms, SmsProvider } from './sms-provider.js';

export interface Gateway {
  name: string;
  domain: string;
  numberFormat: NumberFormat;
  /** The carrier has switched it off: the day, else null. */
  endedOn: string | null;
}

/** Why an SMS cannot go by this carrier, in words for staff, and as a cause. */
export interface CarrierObstacle {
  cause: 'sms_no_carrier' | 'sms_carrier_ended';
  says: string;
  facts: Record<string, string>;
}

export function carrierObstacle(carrier: Gateway | undefined): CarrierObstacle | undefined {
  if (!carrier)
    return { cause: 'sms_no_carrier', says: 'No carrier is set for this person, and none for everybody', facts: {} };
  const { name, endedOn } = carrier;
  if (endedOn === null) return undefined;
  const facts = { carrier: name, on: endedOn };
  return { cause: 'sms_carrier_ended', says: `${name} switched its gateway off on ${endedOn}`, facts };
}

interface Ways {
  mail: Outlet;
  /** The carrier of the contact, else the one for everybody, else undefined. */
  carrierOf: (sms: Sms) => Promise<Gateway | undefined>;
}

/** A carrier's e-mail-to-SMS gateway: digits@its-domain, by the mail server (S2.14, S2.15). The domain comes from the table only (D9). */
export const gatewayProvider = ({ mail, carrierOf }: Ways): SmsProvider => ({
  name: mail.server,
  async send(sms) {
    const carrier = await carrierOf(sms);
    const obstacle = carrierObstacle(carrier);
    if (!carrier || obstacle) return { event: 'refused', detail: obstacle?.says ?? '' };
    const local = localPart(sms.to, carrier.numberFormat);
    if (!local) return { event: 'refused', detail: 'Not a phone number' };
    try {
      const message = { subject: '', text: sms.text, html: '' };
      return { event: 'accepted', detail: await mail.send({ id: sms.id, to: `${local}@${carrier.domain}`, message }) };
    } catch (error) {
      return outcomeOf(error);
    }
  },
});
