import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { signedInStaff } from '../../test/staff.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';

describe('company', () => {
  const test = useApp();
  const picture = (width: number, height = width) =>
    sharp({ create: { width, height, channels: 3, background: '#0f766e' } });
  const put = async (body: Uint8Array, type: string) =>
    (await signedInStaff(test, 'admin')).client.put('/settings/logo', body, { 'content-type': type });
  const bytes = async () => Buffer.from(await (await fetch(`${test.origin}/api/v1/portal/logo`)).arrayBuffer());

  it.each([
    ['image/png', () => picture(900, 300).png()],
    [
      'image/jpeg',
      () =>
        picture(600)
          .withExifMerge({ IFD0: { Copyright: 'canary-exif' } })
          .jpeg(),
    ],
    ['image/webp', () => picture(40).webp()],
  ])('keeps a logo sent as %s as a PNG of at most 512 pixels without metadata (D19)', async (type, make) => {
    expect((await put(await make().toBuffer(), type)).status).toBe(200);
    const meta = await sharp(await bytes()).metadata();
    expect(meta).toMatchObject({ format: 'png' });
    expect(Math.max(meta.width ?? 0, meta.height ?? 0)).toBeLessThanOrEqual(512);
    expect((await bytes()).includes('canary-exif')).toBe(false);
    expect((await test.client().get('/portal/company')).body.hasLogo).toBe(true);
  });

  it('answers 304 to who has the logo already, and 404 when there is none', async () => {
    await put(await picture(30).png().toBuffer(), 'image/png');
    const first = await fetch(`${test.origin}/api/v1/portal/logo`);
    expect(first.headers.get('cache-control')).toContain('public');
    const again = await fetch(`${test.origin}/api/v1/portal/logo`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    const { client } = await signedInStaff(test, 'admin');
    expect((await client.delete('/settings/logo')).status).toBe(200);
    expect((await test.client().get('/portal/logo')).body.code).toBe('row.not_found');
  });

  it('looks at the bytes, not at the name of the type: SVG, PDF, broken and huge pictures are refused (D19)', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect((await put(svg, 'image/png')).body.code).toBe('file.type_not_allowed');
    expect((await put(svg, 'image/svg+xml')).status).toBe(415);
    expect((await put(Buffer.from('%PDF-1.4'), 'application/pdf')).status).toBe(415);
    expect((await put(Buffer.from('89504e470d0a1a0a0000', 'hex'), 'image/png')).body.code).toBe('file.unreadable');
    expect((await put(new Uint8Array(600 * 1024), 'image/png')).body.code).toBe('file.too_large');
    const bomb = await picture(8_000).png({ compressionLevel: 9 }).toBuffer();
    expect((await put(bomb, 'image/png')).body.code).toBe('file.unreadable');
    expect(
      (await (await signedInStaff(test, 'agent')).client.put('/settings/logo', svg, { 'content-type': 'image/png' }))
        .status,
    ).toBe(403);
  });

  it('tells anybody the name, colour and contact of the company and nothing else', async () => {
    const { body, status } = await test.client().get('/portal/company');
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'color',
      'contact',
      'country',
      'demo',
      'hasLogo',
      'hasPrivacyNotice',
      'language',
      'languages',
      'name',
      'passwordReset',
      'resetBySms',
    ]);
  });

  it('shows anybody what the company says about personal data, and that there is something to read (D24)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const anybody = test.client();
    const seen = async () => [
      (await anybody.get('/portal/company')).body.hasPrivacyNotice,
      (await anybody.get('/portal/privacy-notice')).body,
    ];
    expect(await seen()).toEqual([false, { text: '' }]);
    const { version } = (await client.get('/settings')).body;
    const privacy = { notice: 'We keep **little**.' };
    const saved = await client.patch('/settings', { privacy }, { 'if-match': `"${version}"` });
    expect(saved.body).toMatchObject({ privacy });
    expect(await seen()).toEqual([true, { text: privacy.notice }]);
    const tooLong = { privacy: { notice: 'x'.repeat(20_001) } };
    expect((await client.patch('/settings', tooLong, { 'if-match': `"${version + 1}"` })).status).toBe(422);
  });

  it('ticks a step of the set-up when it is done, not before', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const done = async () =>
      (await client.get('/setup-checklist')).body.items
        .filter((item: { done: boolean }) => item.done)
        .map((item: { key: string }) => item.key);
    expect(await done()).toEqual([]);
    const { version } = (await client.get('/settings')).body;
    await client.patch(
      '/settings',
      {
        company: { name: 'Nordic Lifts' },
        portal: { origin: 'https://portal.nordic.example' },
        mail: { host: 'smtp.nordic.example', fromAddress: 'office@nordic.example' },
      },
      { 'if-match': `"${version}"` },
    );
    expect(await done()).toEqual(['company', 'mail', 'portal']);
    const [profile, customer] = [newId(), newId()];
    await rows(test.db, `INSERT INTO rights_profiles (id, name) VALUES ($1, 'Checklist')`, [profile]);
    await rows(
      test.db,
      `INSERT INTO customers (id, number, name, name_key, rights_profile_id) VALUES ($1, 'C-1', 'A', 'a', $2)`,
      [customer, profile],
    );
    await rows(test.db, `INSERT INTO contacts (id, customer_id, name_key) VALUES ($1, $2, 'eva')`, [newId(), customer]);
    expect(await done()).toEqual(['company', 'mail', 'portal', 'customer']);
    await rows(test.db, `UPDATE contacts SET access = 'invited'`);
    expect(await done()).toHaveLength(5);
    await rows(test.db, `UPDATE settings SET data = jsonb_set(data, '{staff}', '{"secondFactorRequired": true}')`);
    expect(await done()).toContain('second_step');
  });
});
