/** Another live server owns the data directory; the message is meant to be shown as it is. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';

  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(
      `PostgreSQL is already running on ${dataDir} (process ${pid}). Stop that one first, or use another directory.`,
    );
  }
}
