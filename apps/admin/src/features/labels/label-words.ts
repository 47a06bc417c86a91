import type { LabelRow } from '@latchkey/api-client';
import type { Tone } from '../../theme/tokens';

export type LabelLife = Pick<LabelRow, 'state' | 'graceUntil' | 'printedAt' | 'firstScanAt' | 'lateScanAt'>;

export interface LabelWords {
  word: 'live' | 'printed' | 'new' | 'superseded' | 'replaced' | 'revoked';
  tone: Tone;
  /** An old label still sticks somewhere: it was scanned after its end. */
  isLate: boolean;
}

/** The life of a label in one word (S1.13). */
export const labelWords = (label: LabelLife, now: number): LabelWords => {
  const isLate = label.lateScanAt !== null;
  if (label.state === 'revoked') return { word: 'revoked', tone: 'bad', isLate };
  if (label.state === 'superseded') {
    const works = label.graceUntil !== null && Date.parse(label.graceUntil) > now;
    return works ? { word: 'superseded', tone: 'wait', isLate } : { word: 'replaced', tone: 'quiet', isLate };
  }
  if (label.firstScanAt !== null) return { word: 'live', tone: 'good', isLate };
  return label.printedAt === null ? { word: 'new', tone: 'quiet', isLate } : { word: 'printed', tone: 'info', isLate };
};

/** "QH60Q6VN8M" is read and typed as "QH60Q 6VN8M". */
export const codeInGroups = (code: string): string => code.replaceAll(/(.{5})(?=.)/g, '$1 ');
