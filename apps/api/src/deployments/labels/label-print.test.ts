import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { download } from '../../../test/download.js';
import { decodeAll, withPdf } from '../../../test/pdf.js';
import { newDevice, recordOf } from '../../../test/sites.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace, type Place, tryPin } from '../../../test/visits.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import type { LabelsCreated } from './label.dto.js';
import type { LabelStocks } from './label-print.dto.js';

const STOCK = 'a4-63x38';
const test = useApp();
let client: Client;

beforeAll(async () => {
  ({ client } = await signedInStaff(test, 'agent'));
});

/** A deployment with an open portal and devices of these names, each with a label made over the API. */
async function site(...names: string[]): Promise<Place & { labels: string[] }> {
  const place = await insertPlace(test);
  const devices = [];
  for (const name of names) devices.push((await newDevice(client, place.deploymentId, { name })).id);
  const made = await client.post<z.output<typeof LabelsCreated>>('/labels', { deviceIds: devices });
  await client.post(`/devices/${place.deviceId}/retire`);
  return { ...place, labels: made.body.items };
}

const print = (body: object, by = client) => download(by, '/labels/print', { stock: STOCK, ...body });

const refusal = async (body: object, by = client) => {
  const { status, body: problem } = await by.post('/labels/print', body);
  return [status, problem.code];
};

describe('POST /labels/print', () => {
  it('prints codes that an independent decoder reads, each of which opens its own device with the PIN (S1.11, S1.13, D5)', async () => {
    const { labels, pin } = await site('Gate north', 'Gate south', 'Gate west');
    client.headers['x-forwarded-host'] = 'evil.example';
    const answer = await print({ labelIds: labels });
    delete client.headers['x-forwarded-host'];
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const codes = await withPdf(answer.stream, async (pdf) => decodeAll(await pdf.render(0, 300)));
    expect(codes).toHaveLength(3);
    const opened = [];
    for (const { text } of codes.toSorted((a, b) => a.x - b.x)) {
      const url = new URL(text);
      expect(url.origin).toBe(test.config.portalOrigin);
      const label = { publicId: url.pathname.replace('/p/', ''), secret: url.hash.slice(1) };
      const visit = await tryPin(test.client(), label, pin);
      opened.push([visit.status, visit.body.device?.name]);
    }
    expect(opened).toEqual([
      [200, 'Gate north'],
      [200, 'Gate south'],
      [200, 'Gate west'],
    ]);
  });

  it('says who, where and the code to type, in the first language of the portal, with the logo (S1.13)', async () => {
    const { labels, deploymentId } = await site('Förderband 7');
    await rows(test.db, `UPDATE deployment_portals SET languages = '{de,en}' WHERE deployment_id = $1`, [deploymentId]);
    const { client: owner } = await signedInStaff(test, 'owner');
    const logo = await sharp({ create: { width: 60, height: 20, channels: 4, background: '#0f766e' } })
      .png()
      .toBuffer();
    const text = () =>
      print({ labelIds: labels }).then(({ stream }) => withPdf(stream, (pdf) => [pdf.text(0), pdf.bytes.length]));
    const [plain, size] = (await text()) as [string, number];
    await owner.put('/settings/logo', logo, { 'content-type': 'image/png' });
    const [, withLogo] = (await text()) as [string, number];
    await owner.delete('/settings/logo');
    const { body } = await client.get<{ code: string }>(`/labels/${labels[0]}/code`);
    for (const part of [
      'Förderband 7',
      'Terminal',
      'Latchkey',
      'nie nach einem Passwort',
      new URL(test.config.portalOrigin).host,
    ])
      expect(plain.replace(/\s+/g, ' ')).toContain(part);
    expect(plain.replace(/\s/g, '')).toContain(body.code);
    expect(withLogo).toBeGreaterThan(size);
    const english = await print({ labelIds: labels, language: 'en' });
    await withPdf(english.stream, (pdf) => expect(pdf.text(0)).toContain('never ask'));
  });

  it('prints what a deployment has not printed yet, or all, by name, from the first free label on (S1.11)', async () => {
    const { labels, deploymentId } = await site('Crane', 'anchor', 'Boom');
    await client.post('/labels/printed', { ids: labels.slice(0, 1) });
    const namesOf = async (body: object) => {
      const { stream } = await print({ deploymentId, ...body });
      return withPdf(stream, async (pdf) => {
        const codes = await decodeAll(await pdf.render(0, 300));
        return {
          pages: pdf.pages,
          codes: codes.length,
          text: pdf
            .text(0)
            .split(/\s+/)
            .filter((word) => /^(anchor|Boom|Crane)$/.test(word)),
        };
      });
    };
    expect(await namesOf({})).toEqual({ pages: 1, codes: 2, text: ['anchor', 'Boom'] });
    expect(await namesOf({ only: 'all' })).toEqual({ pages: 1, codes: 3, text: ['anchor', 'Boom', 'Crane'] });
    expect((await namesOf({ only: 'all', startAt: 20, copies: 2 })).pages).toBe(2);
    await client.post('/labels/printed', { ids: labels });
    expect(await refusal({ deploymentId, stock: STOCK })).toEqual([409, 'label.none_to_print']);
  });

  it('names the file after the deployment, and keeps on record what was printed, without its secrets', async () => {
    const { labels, deploymentId } = await site('One', 'Two');
    await rows(test.db, `UPDATE deployments SET name = 'Västra "Hamnen"' WHERE id = $1`, [deploymentId]);
    const today = () => new Date().toISOString().slice(0, 10);
    const before = today();
    const { headers, stream } = await print({ labelIds: labels });
    // Midnight may come while it prints.
    const names = [before, today()].map(
      (day) =>
        `attachment; filename="Labels V_stra _Hamnen_ ${day}.pdf"; filename*=UTF-8''Labels%20V%C3%A4stra%20%22Hamnen%22%20${day}.pdf`,
    );
    expect(names).toContain(headers.get('content-disposition'));
    expect(headers.get('cache-control')).toContain('no-store');
    stream.destroy();
    expect((await recordOf(test, { deployment: deploymentId })).at(-1)).toMatchObject({
      action: 'label.pdf_made',
      detail: { count: 2 },
    });
  });

  it('takes a size of your own, and says why one cannot be (S1.13)', async () => {
    const { labels: labelIds } = await site('One');
    const own = (side: number, page = 60) => ({
      kind: 'single',
      shape: 'rect',
      page: { width: page, height: page },
      label: { width: side, height: side },
      columns: 1,
      rows: 1,
      margin: { left: 0, top: 0 },
      gap: { x: 0, y: 0 },
    });
    const { stream } = await download(client, '/labels/print', { labelIds, ownStock: own(60) });
    await withPdf(stream, async (pdf) => {
      expect(pdf.size(0).width).toBeCloseTo((60 / 25.4) * 72, 0);
      expect(await decodeAll(await pdf.render(0, 300))).toHaveLength(1);
    });
    const small = await client.post('/labels/print', { labelIds, ownStock: own(20) });
    expect([small.status, small.body.code]).toEqual([422, 'label.stock_too_small']);
    const wide = await client.post<{ errors: object[] }>('/labels/print', { labelIds, ownStock: own(70) });
    expect([wide.status, wide.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/ownStock/columns', code: 'wider_than_page' },
    ]);
  });

  it('refuses before the first byte what cannot be printed, and who may not', async () => {
    const { labels, deploymentId, deviceId } = await site('One');
    const [one = ''] = labels;
    const { client: viewer } = await signedInStaff(test, 'viewer');
    for (const bad of [{}, { labelIds: labels }, { labelIds: labels, deploymentId, stock: STOCK }])
      expect((await refusal(bad))[0]).toBe(422);
    expect(await refusal({ labelIds: labels, stock: 'a5-none' })).toEqual([422, 'request.invalid_body']);
    expect(await refusal({ labelIds: labels, stock: STOCK, startAt: 22 })).toEqual([422, 'request.invalid_body']);
    expect(await refusal({ deploymentId: newId(), stock: STOCK })).toEqual([422, 'request.invalid_body']);
    expect(await refusal({ labelIds: [one, newId()], stock: STOCK })).toEqual([409, 'label.not_active']);
    const retired = (await client.get<{ activeLabel: { id: string } }>(`/devices/${deviceId}`)).body.activeLabel.id;
    expect(await refusal({ labelIds: [retired], stock: STOCK })).toEqual([409, 'label.not_active']);
    await client.post(`/labels/${one}/revoke`);
    expect(await refusal({ labelIds: [one], stock: STOCK })).toEqual([409, 'label.not_active']);
    expect(await refusal({ labelIds: labels, stock: STOCK }, viewer)).toEqual([403, 'access.denied']);
    expect(await refusal({ labelIds: labels, stock: STOCK }, test.client())).toEqual([401, 'session.required']);
  });
});

describe('label stocks', () => {
  it('lists each with its measures, and gives a test page in the language asked for (S1.13)', async () => {
    const { body } = await client.get<z.output<typeof LabelStocks>>('/label-stocks');
    expect(body.items.length).toBeGreaterThan(8);
    const [stock] = body.items;
    expect(stock).toMatchObject({
      id: STOCK,
      kind: 'sheet',
      label: { width: 63.5, height: 38.1 },
      columns: 3,
      rows: 7,
    });
    const { stream, headers } = await download(client, `/label-stocks/${STOCK}/test-page?language=de`);
    expect(headers.get('content-disposition')).toContain('Test page a4-63x38.pdf');
    await withPdf(stream, (pdf) => expect([pdf.pages, pdf.text(0)]).toEqual([1, expect.stringContaining('Testseite')]));
    expect((await client.get('/label-stocks/none/test-page')).status).toBe(404);
    expect((await client.get(`/label-stocks/${STOCK}/test-page?language=xx`)).status).toBe(400);
  });
});
