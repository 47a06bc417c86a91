import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { disposition } from '../files/send-file.js';

/** A PDF that is sent while it is made; who stops reading ends the making. */
export const pdfFile = (pdf: Readable, name: string): StreamableFile =>
  new StreamableFile(pdf, { type: 'application/pdf', disposition: disposition('attachment', `${name}.pdf`) });
