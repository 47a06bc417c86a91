import { PORTS, type Secure } from '../mail-values';
import type { Sender, SetMailProfile } from './senders.api';

export const GROUPS = ['access', 'cases', 'staff'] as const;
type Group = (typeof GROUPS)[number];

export interface SenderValues extends Record<string, unknown> {
  name: string;
  groups: string[];
  host: string;
  port: number | string;
  secure: Secure;
  user: string;
  /** Empty keeps the stored one, which never leaves the server. */
  password: string;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  footer: string;
}

const NEW: SenderValues = {
  name: '',
  groups: [],
  host: '',
  port: PORTS.starttls,
  secure: 'starttls',
  user: '',
  password: '',
  fromName: '',
  fromAddress: '',
  replyTo: '',
  footer: '',
};

export const readSender = (sender: Sender | null): SenderValues => {
  if (!sender) return NEW;
  const { id: _, passwordIsSet: __, ...fields } = sender;
  return { ...fields, password: '' };
};

export const writeSender = ({ password, port, groups, ...rest }: SenderValues): SetMailProfile => ({
  ...rest,
  host: rest.host.trim(),
  fromAddress: rest.fromAddress.trim(),
  replyTo: rest.replyTo.trim(),
  groups: GROUPS.filter((group): group is Group => groups.includes(group)),
  port: Number(port) || PORTS[rest.secure],
  ...(password === '' ? {} : { password }),
});
