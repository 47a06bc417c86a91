import { describe, expect, it } from 'vitest';
import { writeMail, type MailValues } from './mail-values';

const values: MailValues = {
  host: ' smtp.nordic.example ',
  port: '',
  secure: 'tls',
  user: 'portal',
  password: '',
  clearsPassword: false,
  fromName: 'Nordic',
  fromAddress: 'portal@nordic.example',
  replyTo: '',
  footer: '',
};

describe('writeMail', () => {
  it('leaves the stored password alone when none was typed', () => {
    expect(writeMail(values).mail).not.toHaveProperty('password');
  });

  it('replaces it, or clears it when asked to', () => {
    expect(writeMail({ ...values, password: 'secret' }).mail).toMatchObject({ password: 'secret' });
    expect(writeMail({ ...values, password: 'secret', clearsPassword: true }).mail).toMatchObject({ password: null });
  });

  it('takes the usual port when the field was emptied', () => {
    expect(writeMail(values).mail).toMatchObject({ host: 'smtp.nordic.example', port: 465 });
  });
});
