import { describe, expect, it } from 'vitest';
import { readSms, writeSms } from './sms-values';
import type { Settings } from '../settings.api';

const sms: Settings['sms'] = {
  provider: 'http',
  sender: 'Nordic',
  verifiedOnly: false,
  tellsSecurity: true,
  countries: ['SE'],
  dailyParts: 200,
  pricePerPart: 0.05,
  currency: 'EUR',
  gatewayCarrierId: null,
  httpUrl: 'https://sms.example',
  httpMethod: 'POST',
  httpHeaders: '',
  httpBody: '{{text}}',
  twilioAccount: '',
  secretIsSet: true,
};

describe('the form of the SMS settings', () => {
  it('keeps the stored secret when none is typed', () => {
    expect(writeSms(readSms({ sms } as Settings)).sms).not.toHaveProperty('secret');
    expect(writeSms({ ...readSms({ sms } as Settings), secret: 'new' }).sms).toMatchObject({ secret: 'new' });
  });

  it('writes what it read', () => {
    const { secretIsSet: _, ...stored } = sms;
    expect(writeSms(readSms({ sms } as Settings)).sms).toEqual(stored);
  });
});
