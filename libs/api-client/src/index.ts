import { client } from './generated/client.gen.js';

export * from './generated/sdk.gen.js';
export * from './generated/types.gen.js';
export { client };

/** RFC 9457 as our API sends it: what every operation throws. */
export interface ApiProblem {
  type: string;
  title: string;
  status: number;
  code: string;
  /** The request id: what a person reads out when asking for help. */
  instance: string;
  detail?: string;
  errors?: { pointer: string; code: string; detail: string }[];
  [fact: string]: unknown;
}

/** True for an answer of the API, false for a broken connection. */
export const isApiProblem = (error: unknown): error is ApiProblem =>
  typeof error === 'object' &&
  error !== null &&
  typeof (error as ApiProblem).code === 'string' &&
  typeof (error as ApiProblem).status === 'number';

// Same origin; the header proves that a change comes from our own pages.
client.setConfig({ baseUrl: '', headers: { 'x-requested-with': 'latchkey' } });
