import type { StaffAlert } from '../alerts/staff-alerts.js';

/** What the alerts share whose remedy stands in the SMS settings. */
export const SMS_SETTINGS_ALERT = {
  permission: 'settings:write',
  page: '/settings/sms',
  buttons: {
    en: 'Open the SMS settings',
    de: 'SMS-Einstellungen öffnen',
    sv: 'Öppna sms-inställningarna',
  },
} as const satisfies Partial<StaffAlert>;
