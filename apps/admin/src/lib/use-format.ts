import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@latchkey/api-client/phone';
import { exactTime, formatMoney, formatNumber, shortDate } from './format';

/** The format helpers, bound to the language on the screen. */
export const useFormat = () => {
  const language = useTranslation().i18n.language;
  return useMemo(
    () => ({
      date: (at: string | Date) => shortDate(at, language),
      exact: (at: string | Date) => exactTime(at, language),
      number: (value: number) => formatNumber(value, language),
      money: (amount: number, currency: string) => formatMoney(amount, currency, language),
      phone: formatPhone,
    }),
    [language],
  );
};
