import type { SetDeploymentPin } from '@latchkey/api-client';

export interface PinValues {
  kind: 'generated' | 'own';
  length: '4' | '6' | '8';
  pin: string;
  /** Empty: as the company set it. */
  graceDays: '' | '0' | '1' | '3' | '7' | '14' | '30';
  notifyContactIds: string[];
}

export const LENGTHS: readonly PinValues['length'][] = ['4', '6', '8'];
export const GRACES: readonly PinValues['graceDays'][] = ['', '0', '1', '3', '7', '14', '30'];

const FORM = /^[0-9]{4,8}$/;

/** Whether it can be sent; what makes a PIN weak, the server says. */
export const isComplete = ({ kind, pin }: PinValues): boolean => kind === 'generated' || FORM.test(pin);

/** The first PIN replaces none: there is no grace and nobody to tell. */
export const toNewPin = (values: PinValues, isFirst: boolean): SetDeploymentPin => ({
  ...(values.kind === 'own' ? { pin: values.pin } : { length: Number(values.length) }),
  ...(isFirst || values.graceDays === '' ? {} : { graceDays: Number(values.graceDays) }),
  notifyContactIds: isFirst ? [] : values.notifyContactIds,
});
