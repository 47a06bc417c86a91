import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { newCustomer } from '../../../test/people.js';
import { newDeployment, newDevice, recordOf } from '../../../test/sites.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { first } from '../../db/sql.js';

const test = useApp();
const PDF = Buffer.from('%PDF-1.4 manual');
let client: Client;
let deploymentId: string;

const jpeg = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#446688' } })
    .withExif({ IFD0: { Copyright: 'hidden' }, IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
const upload = (id: string, query: string, [data, type]: [Buffer, string]) =>
  client.post(`/devices/${id}/files?${query}`, data, { 'content-type': type });

beforeAll(async () => {
  ({ client } = await signedInStaff(test, 'agent'));
  deploymentId = (await newDeployment(client, (await newCustomer(client)).id)).id;
});

describe('files of a device', () => {
  it('are photos and manuals; the first photo is the one that visitors see (S1.x5)', async () => {
    const device = await newDevice(client, deploymentId);
    const manual = await upload(device.id, 'kind=manual&name=Handbuch.pdf', [PDF, 'application/pdf']);
    const photo = await upload(device.id, 'kind=photo&name=front.jpg', [await jpeg(), 'image/jpeg']);
    await upload(device.id, 'kind=photo&name=back.jpg', [await jpeg(), 'image/jpeg']);
    expect(manual.status).toBe(201);
    expect(manual.body).toMatchObject({
      kind: 'manual',
      name: 'Handbuch.pdf',
      type: 'application/pdf',
      size: PDF.length,
    });
    const { items } = (await client.get(`/devices/${device.id}/files`)).body;
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['front.jpg', 'back.jpg', 'Handbuch.pdf']);
    expect((await client.get(`/devices/${device.id}`)).body.photoFileId).toBe(photo.body.id);
    expect((await client.delete(`/device-files/${photo.body.id}`)).status).toBe(200);
    expect((await client.get(`/devices/${device.id}`)).body.photoFileId).toBe(items[1]?.id);
    expect((await client.get(`/device-files/${photo.body.id}`)).status).toBe(404);
    expect((await recordOf(test, { device: device.id })).map(({ action }) => action)).toEqual([
      'device.created',
      'device.file_added',
      'device.file_added',
      'device.file_added',
      'device.file_deleted',
    ]);
  });

  it('are drawn anew without EXIF and served as what cannot do harm (D19, INP-9)', async () => {
    const device = await newDevice(client, deploymentId);
    const { id } = (await upload(device.id, 'kind=photo&name=a.jpg', [await jpeg(), 'image/jpeg'])).body;
    const stored = await first<{ data: Buffer }>(test.db, `SELECT data FROM device_files WHERE id = $1`, [id]);
    expect((await sharp(stored!.data).metadata()).exif).toBeUndefined();
    const answer = await client.get(`/device-files/${id}`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const manual = (await upload(device.id, 'kind=manual&name=m.pdf', [PDF, 'application/pdf'])).body.id;
    expect((await client.get(`/device-files/${manual}`)).headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('are refused when they are not what they say, no photo as photo, too large, too many, or of no device', async () => {
    const device = await newDevice(client, deploymentId);
    const code = async (query: string, file: [Buffer, string]) => (await upload(device.id, query, file)).body.code;
    expect(await code('kind=photo&name=a', [PDF, 'application/pdf'])).toBe('file.type_not_allowed');
    expect(await code('kind=manual&name=a', [Buffer.from('<html>'), 'application/pdf'])).toBe('file.type_not_allowed');
    expect((await upload(device.id, 'kind=manual&name=a', [Buffer.from('<svg/>'), 'image/svg+xml'])).status).toBe(415);
    expect(await code('kind=photo&name=a', [Buffer.from([0xff, 0xd8, 0xff, 1]), 'image/jpeg'])).toBe('file.unreadable');
    const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]);
    expect(await code('kind=manual&name=a', [large, 'application/pdf'])).toBe('file.too_large');
    expect((await upload(device.id, 'kind=other&name=a', [PDF, 'application/pdf'])).status).toBe(400);
    expect((await upload(newId(), 'kind=manual&name=a', [PDF, 'application/pdf'])).status).toBe(404);
    const all = await Promise.all(
      Array.from({ length: 22 }, () => upload(device.id, 'kind=manual&name=a', [PDF, 'application/pdf'])),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(all.find(({ status }) => status !== 201)?.body.code).toBe('file.too_many');
  });

  it('are read by everybody of the staff, changed by those who may, and gone with their device', async () => {
    const device = await newDevice(client, deploymentId);
    const { id } = (await upload(device.id, 'kind=manual&name=a', [PDF, 'application/pdf'])).body;
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.get(`/device-files/${id}`)).status).toBe(200);
    expect((await viewer.delete(`/device-files/${id}`)).status).toBe(403);
    expect((await test.client().get(`/device-files/${id}`)).status).toBe(401);
    expect((await client.get(`/devices/${newId()}/files`)).status).toBe(404);
    await client.delete(`/devices/${device.id}`);
    expect((await client.get(`/device-files/${id}`)).status).toBe(404);
  });
});
