import type { DeviceRow } from '@latchkey/api-client';
import type { Tone } from '../../../theme/tokens';

/** How far a device's label has come. */
export const LABEL_TONES: Record<DeviceRow['label'], Tone> = { none: 'quiet', never_scanned: 'wait', live: 'good' };
