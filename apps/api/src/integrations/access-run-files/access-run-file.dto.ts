import { z } from 'zod';
import { Strategy } from '../../credentials/access-runs/access-run.dto.js';
import { text } from '../../http/schemas.js';

export const UploadAccessRun = z.strictObject({ fileName: text(200), strategy: Strategy });
export type UploadAccessRun = z.infer<typeof UploadAccessRun>;
