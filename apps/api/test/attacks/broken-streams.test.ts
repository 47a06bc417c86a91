import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { sheetFile, SheetFormat } from '../../src/integrations/sheets/sheet-file.js';
import { readLines, storeFile } from '../../src/integrations/imports/import-file.js';
import { useApp } from '../app.js';

const test = useApp();

describe('a database that goes away in the middle', () => {
  it.each(SheetFormat.options)('ends the export as %s, not the process (R7, R25)', async (format) => {
    async function* records() {
      yield ['one'];
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('the database went away');
    }
    const file = sheetFile(format, { name: 'a', header: ['name'], records: records() });
    await expect(buffer(file.getStream())).rejects.toThrow('the database went away');
  });

  it.each(SheetFormat.options)('lets go of an export as %s that nobody reads any more (R35)', async (format) => {
    let isOver = false;
    async function* records() {
      try {
        for (;;) yield ['line'];
      } finally {
        isOver = true;
      }
    }
    const file = sheetFile(format, { name: 'a', header: ['name'], records: records() });
    await new Promise((resolve) => file.getStream().once('data', resolve));
    file.getStream().destroy();
    await expect.poll(() => isOver).toBe(true);
  });

  it('ends the import, not the process (R7, R25)', async () => {
    const id = '01900000-0000-7000-8000-00000000beef';
    await test.db.query(`INSERT INTO imports (id, file_name) VALUES ($1, 'a.csv')`, [id]);
    const lines = `name\n${'Nordic\n'.repeat(100_000)}`;
    const { format } = await storeFile(
      test.db,
      id,
      (async function* () {
        yield Buffer.from(lines);
      })(),
    );
    let asked = 0;
    const pool = {
      query: async (sql: string, values: unknown[]) => {
        if ((asked += 1) > 1) throw new Error('the database went away');
        return { rows: await test.db.query<unknown[]>(sql, values) };
      },
    };
    const failing = { dataSource: { driver: { master: pool } } };
    const read = async () => {
      for await (const line of readLines(failing as never, id, format)) if (line.line < 0) return;
    };
    await expect(read()).rejects.toThrow('the database went away');
  });
});
