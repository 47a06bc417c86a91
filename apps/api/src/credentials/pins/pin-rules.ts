import { randomDigits } from '../../config/keys.js';

/** Digits 0 to 9 of ASCII only; a PIN is text, leading zeros count (AUT-14). */
export const isPin = (text: string): boolean => /^[0-9]{4,8}$/.test(text);

/** What people choose first (D4): patterns of the keypad and well-known numbers that no rule below finds. */
const TOP = new Set([
  '1004',
  '1313',
  '1122',
  '2580',
  '0852',
  '1590',
  '0951',
  '3570',
  '1379',
  '1397',
  '7139',
  '2468',
  '1357',
  '1470',
  '3690',
  '0007',
  '1007',
  '5683',
  '0420',
  '1225',
  '12369',
  '14789',
  '15963',
  '13579',
  '24680',
  '10203',
  '123654',
  '159753',
  '147258',
  '147852',
  '258369',
  '258456',
  '112358',
  '142536',
  '102030',
  '100200',
  '159357',
  '789456',
  '456123',
  '741852',
  '963852',
  '314159',
  '271828',
  '1234321',
  '1472583',
  '3141592',
  '31415926',
  '11235813',
  '14725836',
  '12344321',
]);

/** One unit at least twice over: 0000, 1212, 123123. */
const isRepeat = (pin: string): boolean =>
  [1, 2, 3, 4].some((unit) => pin.length >= 2 * unit && pin === pin.slice(0, unit).repeat(9).slice(0, pin.length));

/** Each digit one more, or one less, than the last: 3456, 8901, 6543. */
function isRun(pin: string): boolean {
  const steps = pin
    .split('')
    .slice(1)
    .map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** 11223, 112233, 1000: nearly no variety. */
const isPoor = (pin: string): boolean => new Set(pin).size < (pin.length >= 6 ? 3 : 2) || /(\d)\1{2}/.test(pin);

const isPairs = (pin: string): boolean =>
  pin.length % 2 === 0 &&
  isRun(
    pin
      .split('')
      .filter((_, at) => at % 2 === 0)
      .join(''),
  ) &&
  /^(?:(\d)\1)+$/.test(pin);

/** 1987 and 2024; as the end or start of eight digits a date of birth. */
const isYear = (pin: string): boolean =>
  /^(19|20)\d{2}$/.test(pin) || (pin.length === 8 && /^(19|20)\d{6}$|^\d{4}(19|20)\d{2}$/.test(pin));

/** Why a PIN is among those that somebody would try first. */
export type PinWeakness = 'common' | 'repeated' | 'run' | 'few_digits' | 'year';

const WEAK: readonly (readonly [PinWeakness, (pin: string) => boolean])[] = [
  ['repeated', isRepeat],
  ['run', (pin) => isRun(pin) || isPairs(pin)],
  ['year', isYear],
  ['few_digits', isPoor],
  ['common', (pin) => TOP.has(pin)],
];

/** The first reason against a PIN; undefined when there is none. */
export const weaknessOf = (pin: string): PinWeakness | undefined => WEAK.find(([, is]) => is(pin))?.[0];

export const isWeakPin = (pin: string): boolean => weaknessOf(pin) !== undefined;

/** A PIN that is neither weak nor refused by the caller. Throws when 200 in a row are: the numbers of one phone are used up. */
export function generatePin(length: number, isTaken: (pin: string) => boolean = () => false): string {
  for (let tries = 0; tries < 200; tries += 1) {
    const pin = randomDigits(length);
    if (!isWeakPin(pin) && !isTaken(pin)) return pin;
  }
  throw new Error('No PIN is left for this phone');
}
