/** One error of a request field, as RFC 9457 extensions of the API carry it. */
export interface FieldProblem {
  /** JSON pointer into the request body, such as "/phones/0/number". */
  pointer: string;
  code?: string;
  detail?: string;
}

/** What the screen needs to know of a failure, wherever it came from. */
export interface Problem {
  /** "contact.not_found"; "network.unreachable" when no answer came; "unknown" otherwise. */
  code: string;
  status: number;
  title?: string;
  requestId?: string;
  errors: readonly FieldProblem[];
  /** The facts of the answer, for placeholders of the translated sentence. */
  params: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const toFieldProblem = (value: unknown): FieldProblem[] => {
  if (!isRecord(value)) return [];
  const { pointer } = value;
  // An empty pointer is one too: it means the whole body.
  return typeof pointer !== 'string'
    ? []
    : [{ pointer, code: text(value['code']), detail: text(value['detail']) ?? text(value['message']) }];
};

const EMPTY = { errors: [], params: {} } as const;

/** Understands problem+json bodies (thrown by the client as they are), failed fetches and anything else. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) {
    return { ...EMPTY, code: 'network.unreachable', status: 0 };
  }
  if (!isRecord(error)) return { ...EMPTY, code: 'unknown', status: 0 };
  if (error instanceof Error) {
    return { ...EMPTY, code: 'unknown', status: 0, title: error.message, requestId: text(error['instance']) };
  }
  return {
    code: text(error['code']) ?? 'unknown',
    status: typeof error['status'] === 'number' ? error['status'] : 0,
    title: text(error['title']),
    // The API names the request in RFC 9457's "instance".
    requestId: text(error['instance']),
    errors: Array.isArray(error['errors']) ? error['errors'].flatMap(toFieldProblem) : [],
    params: error,
  };
};

/** "/phones/0/number" becomes "phones.0.number", the path @mantine/form uses (RFC 6901 escapes are undone). */
export const pointerToPath = (pointer: string): string =>
  pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
