import type { ChangeSettings, Settings } from './settings.api';

export type Secure = Settings['mail']['secure'];

/** Where mail servers usually listen. */
export const PORTS: Record<Secure, number> = { none: 25, starttls: 587, tls: 465 };

export interface MailValues extends Record<string, unknown> {
  host: string;
  port: number | string;
  secure: Secure;
  user: string;
  /** Empty keeps the stored one, which never leaves the server. */
  password: string;
  clearsPassword: boolean;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  footer: string;
}

export const readMail = ({ mail: { passwordIsSet: _, ...mail } }: Settings): MailValues => ({
  ...mail,
  password: '',
  clearsPassword: false,
});

export const writeMail = ({ password, clearsPassword, port, ...mail }: MailValues): ChangeSettings => {
  const secret = clearsPassword ? { password: null } : password === '' ? {} : { password };
  return {
    mail: {
      host: mail.host.trim(),
      port: Number(port) || PORTS[mail.secure],
      secure: mail.secure,
      user: mail.user,
      fromName: mail.fromName,
      fromAddress: mail.fromAddress.trim(),
      replyTo: mail.replyTo.trim(),
      footer: mail.footer,
      ...secret,
    },
  };
};
