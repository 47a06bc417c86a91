import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { AppError } from './app-error.js';
import { assertStorable } from './text-guard.js';

/** Checks each argument against the zod schema named in its decorator. A body fails with 422, parameters and query with 400. */
@Injectable()
export class ZodPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema = metadata.schema as z.ZodType | undefined;
    if (!schema) return value;
    assertStorable(value);
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const errors = result.error.issues.map((issue) => ({
      pointer: metadata.type === 'body' ? issue.path.map((part) => `/${String(part)}`).join('') : issue.path.join('.'),
      code: issue.code,
      detail: issue.message,
    }));
    throw new AppError(metadata.type === 'body' ? 'request.invalid_body' : 'request.invalid_parameters', { errors });
  }
}
