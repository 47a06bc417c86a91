import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { download } from '../../../test/download.js';
import { decodeAll, withPdf } from '../../../test/pdf.js';
import { recordOf } from '../../../test/sites.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace } from '../../../test/visits.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let client: Client;
let staffId: string;

beforeAll(async () => {
  ({ client, id: staffId } = await signedInStaff(test, 'agent'));
});

/** Without blanks: an extractor sets those as it likes, and the digits of a PIN stand apart. */
async function textOf(deploymentId: string, body: object): Promise<string> {
  const { stream } = await download(client, `/deployments/${deploymentId}/poster`, body);
  return withPdf(stream, async (pdf) => {
    expect(await decodeAll(await pdf.render(0, 100))).toEqual([]);
    return pdf.text(0).replace(/\s/g, '');
  });
}

describe('POST /deployments/:id/poster', () => {
  it('says how to report here, in the language of the deployment, without the PIN (S1.13, S1.15)', async () => {
    const { deploymentId, pin } = await insertPlace(test, { pin: '493817' });
    await rows(test.db, `UPDATE deployment_portals SET languages = '{sv}' WHERE deployment_id = $1`, [deploymentId]);
    const text = await textOf(deploymentId, {});
    for (const part of ['Fungerarnågotinte?', 'Skanna', 'Terminal', 'Latchkey']) expect(text).toContain(part);
    expect(text).not.toContain(pin);
    expect(await textOf(deploymentId, { language: 'en', pageSize: 'Letter' })).toContain('Somethingnotworking?');
    expect((await recordOf(test, { deployment: deploymentId })).map(({ action }) => action)).toEqual([
      'deployment.poster_made',
      'deployment.poster_made',
    ]);
  });

  it('shows the PIN only to who may reveal it and proved the password just now, on record (S1.15, INV-10)', async () => {
    const { deploymentId, pin } = await insertPlace(test, { pin: '493817' });
    expect(await textOf(deploymentId, { withPin: true })).toContain(pin);
    const record = await recordOf(test, { deployment: deploymentId });
    expect(record.map(({ action }) => action)).toEqual(['deployment_pin.revealed', 'deployment.poster_made']);
    expect(JSON.stringify(record)).not.toContain(pin);
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      staffId,
    ]);
    const ask = (by: Client, body: object) => by.post(`/deployments/${deploymentId}/poster`, body);
    expect((await ask(client, { withPin: true })).body.code).toBe('session.reauthentication_required');
    expect((await ask(client, {})).status).toBe(200);
    const { client: owner } = await signedInStaff(test, 'owner');
    const { key } = (
      await owner.post<{ key: string }>('/api-keys', { name: 'Printer', scopes: ['label:print'], expiresInDays: 1 })
    ).body;
    const printer = test.client();
    printer.headers.authorization = `Bearer ${key}`;
    expect((await ask(printer, { withPin: true })).status).toBe(403);
    expect((await ask(printer, {})).status).toBe(200);
    const { client: viewer } = await signedInStaff(test, 'viewer');
    expect((await ask(viewer, {})).status).toBe(403);
  });

  it('refuses a deployment that is none, one without a PIN to show, and a page that is none', async () => {
    const { client: fresh } = await signedInStaff(test, 'agent');
    const { deploymentId } = await insertPlace(test);
    await rows(test.db, `UPDATE deployment_portals SET pin_hash = NULL, pin_sealed = NULL WHERE deployment_id = $1`, [
      deploymentId,
    ]);
    const ask = (id: string, body: object) => fresh.post(`/deployments/${id}/poster`, body);
    expect((await ask(newId(), {})).status).toBe(404);
    expect((await ask(deploymentId, { withPin: true })).body.code).toBe('portal.no_pin');
    expect((await ask(deploymentId, { pageSize: 'A0' })).status).toBe(422);
  });
});
