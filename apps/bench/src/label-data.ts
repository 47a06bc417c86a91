import { createHash } from 'node:crypto';
import pg from 'pg';
import { mac } from './product-data.js';

/*
 * Beside the labels in use of device-data.ts: 100,000 that were replaced, some of them scanned since, and 10,000 revoked. The
 * label of device 7 opens with a secret, a code and a PIN that the measurement knows.
 */
const id = (block: string, n: string) => `('01940000-0000-7000-${block}-' || lpad(${n}::text, 12, '0'))::uuid`;

const ENDED = `
  INSERT INTO labels (id, public_id, secret_hash, code_hash, sealed, device_id, state, grace_until, first_scan_at, last_scan_at, late_scan_at, scans, created_at)
  SELECT ${id('8006', 's.n')}, 'Q' || lpad(s.n::text, 11, '0'), 'h', 'h', '', ${id('8003', 's.n')}, CASE WHEN s.n % 100 = 0 THEN 'revoked' ELSE 'superseded' END,
         now() - interval '1 day', now() - s.n * interval '1 minute', now(), CASE WHEN s.n % 50 = 0 THEN now() - s.n * interval '1 second' END, 3,
         now() - s.n * interval '2 seconds'
    FROM generate_series(10, 1000000, 10) AS s (n)`;

const SECRET = 'label-secret-of-bench0';
const CODE = '7K2M9QX4TD';
const VISIT_PIN = '4938';

export interface LabelIds {
  id: string;
  publicId: string;
  secret: string;
  code: string;
  pin: string;
}

export async function prepareLabels(url: string, deployment: string): Promise<LabelIds> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET statement_timeout = 0');
    if (!(await client.query(`SELECT 1 FROM labels WHERE public_id = 'Q00000000010'`)).rowCount) {
      await client.query(ENDED);
      await client.query('ANALYZE labels');
    }
    const { rows } = await client.query<{ id: string; publicId: string }>(
      `SELECT id, public_id AS "publicId" FROM labels WHERE id = ${id('8004', '7')}`,
    );
    const [label] = rows;
    if (!label) throw new Error('The labels were not made');
    const secretHash = createHash('sha256').update(SECRET).digest('base64url');
    const codeHash = mac('link', 'label-code', label.publicId, CODE);
    await client.query(`UPDATE labels SET secret_hash = $2, code_hash = $3 WHERE id = $1`, [
      label.id,
      secretHash,
      codeHash,
    ]);
    await client.query(
      `UPDATE deployment_portals SET is_enabled = true, pin_hash = $2, pin_version = 1, pin_length = 4 WHERE deployment_id = $1`,
      [deployment, mac('pin', 'deployment', deployment, VISIT_PIN)],
    );
    return { ...label, secret: SECRET, code: CODE, pin: VISIT_PIN };
  } finally {
    await client.end();
  }
}
