import { describe, expect, it } from 'vitest';
import { testConfig } from '../../../test/app.js';
import { Keys } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { labelUrl, makeLabelCodes, openLabelCodes, opensLabel, readLabelText } from './label-codes.js';

const keys = new Keys(testConfig('postgres://localhost/nowhere'));

describe('label codes (D4, D5)', () => {
  it('have 12 characters to find the label, 128 bit of secret and 50 bit to type', () => {
    const labels = Array.from({ length: 500 }, () => makeLabelCodes(keys, newId()));
    for (const { publicId, secret, code } of labels) {
      expect(publicId).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      expect(secret).toMatch(/^[\w-]{22}$/);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    }
    for (const name of ['publicId', 'secret', 'code'] as const)
      expect(new Set(labels.map((label) => label[name])).size).toBe(500);
    expect(new Set(labels.flatMap(({ publicId }) => publicId.split(''))).size).toBe(32);
  });

  it('open their own label only, with the secret or the code', () => {
    const [one, other] = [makeLabelCodes(keys, newId()), makeLabelCodes(keys, newId())];
    const label = one.publicId;
    expect(opensLabel(keys, one, { label, secret: one.secret })).toBe(true);
    expect(opensLabel(keys, one, { label, code: one.code })).toBe(true);
    for (const typed of [
      { secret: other.secret },
      { code: other.code },
      { secret: one.code },
      { code: one.secret },
      {},
      { code: '' },
    ])
      expect(opensLabel(keys, one, { label, ...typed })).toBe(false);
    expect(opensLabel(keys, undefined, { label, secret: one.secret })).toBe(false);
  });

  it('are kept as hashes, and sealed to their row for printing again', () => {
    const id = newId();
    const { secret, code, ...stored } = makeLabelCodes(keys, id);
    expect(JSON.stringify(stored) + stored.sealed.toString('latin1')).not.toContain(secret);
    expect(openLabelCodes(keys, id, stored.sealed)).toEqual({ secret, code });
    expect(() => openLabelCodes(keys, newId(), stored.sealed)).toThrow('authenticate');
  });

  it('are read as people type them, and stand in an address of the portal', () => {
    expect(readLabelText(' 7k3m-oil2 qz ')).toBe('7K3M0112QZ');
    expect(labelUrl('https://portal.example', '7K3M0112QZAB', 'a-secret')).toBe(
      'https://portal.example/p/7K3M0112QZAB#a-secret',
    );
  });
});
