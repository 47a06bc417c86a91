import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { fingerprint } from '../config/keys.js';
import { first, rows, transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { DONE, type Done } from '../http/schemas.js';

export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
const MOST_BYTES = 512 * 1024;
const LONGEST_EDGE = 512;
const MOST_PIXELS = 50_000_000;

export interface Logo {
  png: Buffer;
  etag: string;
}

/** What the bytes themselves say; SVG, which can carry scripts, says none of these. */
function isPicture(bytes: Buffer): boolean {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'));
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'));
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  return isPng || isJpeg || isWebp;
}

/** Stops reading at the first byte too many. */
async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new AppError('file.too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Drawn anew: no metadata, no second meaning of the bytes (D19). */
async function toPng(bytes: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate();
    return await picture
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer();
  } catch {
    throw new AppError('file.unreadable');
  }
}

@Injectable()
export class LogoService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** Takes a picture of up to 512 KB and keeps it as a PNG of at most 512 pixels. Throws file.* for anything else. */
  async set(stream: Readable, staff: StaffActor): Promise<Done> {
    const bytes = await readAll(stream);
    if (!isPicture(bytes)) throw new AppError('file.type_not_allowed');
    const png = await toPng(bytes);
    return this.store(png, staff);
  }

  remove(staff: StaffActor): Promise<Done> {
    return this.store(null, staff);
  }

  async find(): Promise<Logo> {
    const row = await first<{ logo: Buffer | null }>(this.db, `SELECT logo FROM settings WHERE id = 1`);
    if (!row?.logo) throw new AppError('row.not_found');
    return { png: row.logo, etag: `"${fingerprint(row.logo.toString('latin1'))}"` };
  }

  private store(png: Buffer | null, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      await rows(tx, `UPDATE settings SET logo = $1, logo_type = $2, version = version + 1 WHERE id = 1`, [
        png,
        png && 'image/png',
      ]);
      await this.audit.record(tx, staff, png ? 'settings.logo_changed' : 'settings.logo_removed');
      return DONE;
    });
  }
}
