import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import type { Client } from './client.js';
import { download } from './download.js';

/** An export as another program reads its workbook: the name of the file, and the lines with their header. */
export async function workbookOf(client: Client, path: string) {
  const { headers, stream } = await download(client, path);
  const { sheets } = await readXlsx(await buffer(stream));
  return { disposition: headers.get('content-disposition'), lines: sheets.flatMap(({ rows }) => rows) };
}
