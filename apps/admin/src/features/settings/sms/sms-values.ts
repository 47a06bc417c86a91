import type { ChangeSettings, Settings } from '../settings.api';

export type SmsProvider = Settings['sms']['provider'];
export const PROVIDERS = ['none', 'http', 'twilio', 'gateway'] as const satisfies readonly SmsProvider[];

export interface SmsValues extends Record<string, unknown> {
  provider: SmsProvider;
  sender: string;
  countries: string[];
  verifiedOnly: boolean;
  tellsSecurity: boolean;
  dailyParts: number | string;
  pricePerPart: number | string;
  currency: string;
  /** Empty: none. */
  gatewayCarrierId: string;
  httpUrl: string;
  httpMethod: Settings['sms']['httpMethod'];
  httpHeaders: string;
  httpBody: string;
  twilioAccount: string;
  /** Empty keeps the stored one, which never leaves the server. */
  secret: string;
}

export const readSms = ({ sms: { secretIsSet: _, ...sms } }: Settings): SmsValues => ({
  ...sms,
  gatewayCarrierId: sms.gatewayCarrierId ?? '',
  secret: '',
});

export const writeSms = ({ secret, ...sms }: SmsValues): ChangeSettings => ({
  sms: {
    ...sms,
    sender: sms.sender.trim(),
    dailyParts: Number(sms.dailyParts) || 0,
    pricePerPart: Number(sms.pricePerPart) || 0,
    currency: sms.currency.trim().toUpperCase(),
    gatewayCarrierId: sms.gatewayCarrierId || null,
    httpUrl: sms.httpUrl.trim(),
    twilioAccount: sms.twilioAccount.trim(),
    ...(secret === '' ? {} : { secret }),
  },
});
