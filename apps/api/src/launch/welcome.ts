import type { Config } from '../config/config.js';

export interface Login {
  who: string;
  how: string;
}

const line = (label: string, value: string): string => `  ${label.padEnd(22)}${value}`;

/** What a person sees when everything runs: where to click and with what. */
export function welcome(config: Config, logins: Login[], bootstrapUrl: string | undefined): string {
  const { adminOrigin, portalOrigin } = config;
  const addresses = [
    line('Admin (staff)', `${adminOrigin}/admin`),
    line('Portal (customers)', `${portalOrigin}/`),
    ...(config.mode === 'production' ? [] : [line('Outbox (all mail)', `${portalOrigin}/outbox`)]),
    line('API reference', `${adminOrigin}/docs`),
  ];
  const people = logins.map(({ who, how }) => line(who, how));
  const first = bootstrapUrl
    ? ['', 'There is no owner yet. This link works once, within 24 hours:', `  ${bootstrapUrl}`]
    : [];
  const isOpen = logins.length > 0 && !['127.0.0.1', 'localhost', '::1'].includes(config.host);
  const warning = isOpen
    ? ['', `Careful: HOST=${config.host} opens this demo, with logins that everybody knows, to the network.`]
    : [];
  return [
    '',
    'Latchkey runs.',
    '',
    ...addresses,
    ...(people.length > 0 ? ['', 'Logins of the demo:', ...people] : []),
    ...first,
    ...warning,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}
