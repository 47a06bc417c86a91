/** What is taken, whoever uploads it (D19): pictures, and documents that a browser does not run. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Of one file. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** Types in the contract of an upload: the raw body. */
export const FILE_BODY = { schema: { type: 'string', format: 'binary' } } as const;
