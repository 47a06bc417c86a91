export type Cell = string | number | null;

/** A table on its way to a person: what an export says, whatever the file is. */
export interface Sheet {
  /** Without an ending. */
  name: string;
  header: readonly string[];
  /** Asked again only when the receiver has taken what came before. */
  records: AsyncIterable<readonly Cell[]>;
}

/** Rows of a keyset-paged query, a thousand at a time. */
export async function* inPages<T>(next: (after: T | undefined) => Promise<T[]>): AsyncGenerator<T> {
  for (let after: T | undefined; ;) {
    const found = await next(after);
    yield* found;
    after = found.at(-1);
    if (!after) return;
  }
}
