import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer } from '../answer.js';
import type { Operation } from './operations.js';

/** Statuses of 5xx that say what they mean and are the right answer here. */
const HONEST = new Set(['sign_in.busy']);

export type Check = (operation: Operation, answer: Answer) => string | undefined;

/** Says what is wrong with an answer, against the contract. */
export function checker(document: OpenAPIObject): Check {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  (addFormats as unknown as (instance: Ajv2020) => void)(ajv);
  ajv.addSchema(document, 'contract');
  const pointer = (...parts: string[]) =>
    `contract#/${parts
      .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent)
      .join('/')}`;
  return (operation, { status, headers, body }) => {
    if (status >= 500 && !HONEST.has((body as { code?: string })?.code ?? '')) return 'a server error';
    const types = operation.answers[String(status)];
    if (!types) return 'an undeclared status';
    const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
    if (!types.includes(type)) return `an undeclared type ${type}`;
    if (!type.includes('json')) return undefined;
    const validate = ajv.getSchema(
      pointer(
        'paths',
        operation.path,
        operation.method.toLowerCase(),
        'responses',
        String(status),
        'content',
        type,
        'schema',
      ),
    );
    return validate?.(body) === false ? `a body that does not fit: ${ajv.errorsText(validate.errors)}` : undefined;
  };
}
