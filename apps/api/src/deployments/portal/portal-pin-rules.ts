import { generatePin, type PinWeakness, weaknessOf } from '../../credentials/pins/pin-rules.js';

export type PortalPinWeakness = PinWeakness | 'own_number' | 'same';

/** What a PIN must not be taken from: everything with digits that is known of the place. */
export type OwnTexts = readonly (string | null | undefined)[];

/** "12 A", "411 01" and "+46 70-174 06 05" as digits: each run, and all of a text together. */
function numbersOf(texts: OwnTexts): string[] {
  const found = texts.flatMap((text) => [...(text?.match(/\d+/g) ?? []), text?.replace(/\D/g, '') ?? '']);
  return [...new Set(found.filter((number) => number !== ''))];
}

/** The PIN stands in a number, or is a short number filled up with zeros or said over and over: 12 gives 0012, 1200 and 1212. */
function comesFrom(pin: string, number: string): boolean {
  if (number.length >= pin.length) return number.includes(pin);
  if (number.length < 2) return false;
  return [
    number.padStart(pin.length, '0'),
    number.padEnd(pin.length, '0'),
    number.repeat(4).slice(0, pin.length),
  ].includes(pin);
}

/** Why staff cannot choose this PIN for a deployment (D4.2); undefined when they can. */
export function portalPinWeakness(pin: string, own: OwnTexts): PortalPinWeakness | undefined {
  return weaknessOf(pin) ?? (numbersOf(own).some((number) => comesFrom(pin, number)) ? 'own_number' : undefined);
}

/** A PIN that passes the rules for this place. */
export function generatePortalPin(length: number, own: OwnTexts, isTaken: (pin: string) => boolean): string {
  return generatePin(length, (pin) => isTaken(pin) || portalPinWeakness(pin, own) !== undefined);
}
