import type { FastifyReply } from 'fastify';
import type { FileType } from './file-types.js';

export interface StoredFile {
  name: string;
  type: FileType;
  data: Buffer;
}

/** ASCII for old readers, RFC 8187 for the rest; quotes, slashes and control characters never reach the header. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\/%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** A file that somebody else uploaded: never run, never sniffed, never kept once the page is left: the next person at this browser may be another (D19, SES-4). */
export function sendFile(reply: FastifyReply, file: StoredFile): void {
  void reply
    .headers({
      'content-type': file.type,
      'content-disposition': disposition(file.type.startsWith('image/') ? 'inline' : 'attachment', file.name),
      'content-security-policy': `sandbox; default-src 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(file.data);
}
