import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config/config.js';
import { AppError } from '../../http/app-error.js';

/** One erased person. Ids only: after the erasure they lead to nobody. */
const Entry = z.object({
  contactId: z.uuid(),
  /** The login that ended with it. */
  identityId: z.uuid().nullable(),
  texts: z.boolean(),
  at: z.iso.datetime(),
  /** It did not happen after all: the transaction failed behind the line before. */
  takenBack: z.literal(true).optional(),
});
export type JournalEntry = z.infer<typeof Entry>;

/**
 * Who was erased, in a file outside the database: a restored backup knows these people again, and the next start erases them anew
 * before it serves anybody (R21, D24). Keep it apart from the backups of the database.
 */
@Injectable()
export class ErasureJournal {
  private readonly path: string | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.path = config.erasureJournal;
  }

  get isKept(): boolean {
    return this.path !== undefined;
  }

  /** On the disk when it answers. Throws erasure.no_journal when there is no place for it. */
  async write(entry: JournalEntry): Promise<void> {
    if (this.path === undefined) throw new AppError('erasure.no_journal');
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const file = await open(this.path, 'a', 0o600);
    try {
      await file.appendFile(`${JSON.stringify(entry)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Everybody who is to stay erased. A line that was cut off while it was written never became an erasure. */
  async read(): Promise<JournalEntry[]> {
    const erased = new Map<string, JournalEntry>();
    for (const line of (await this.text()).split('\n')) {
      const entry = readLine(line);
      if (entry?.takenBack) erased.delete(entry.contactId);
      else if (entry) erased.set(entry.contactId, entry);
    }
    return [...erased.values()];
  }

  private async text(): Promise<string> {
    if (this.path === undefined) return '';
    try {
      return await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}

function readLine(line: string): JournalEntry | undefined {
  try {
    return Entry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
