import { v7 } from 'uuid';

/** A new row id: UUIDv7, made in the app so that it is known before the insert (architecture.md, Scaling out). */
export const newId = (): string => v7();
