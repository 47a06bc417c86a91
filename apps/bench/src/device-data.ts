import pg from 'pg';

/*
 * 1,000,000 devices in 50,000 deployments of the large demo's customers, once: labels for most, cases of some. Ids are
 * counted, so that a question can name any of them.
 */
const id = (block: string, n: string) => `('01940000-0000-7000-${block}-' || lpad(${n}::text, 12, '0'))::uuid`;

const STATEMENTS = [
  `SET LOCAL statement_timeout = 0`,
  `SET LOCAL synchronous_commit = off`,
  `CREATE TEMPORARY TABLE owner ON COMMIT DROP AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM (SELECT id FROM customers WHERE number LIKE 'L%' LIMIT 10000) few`,
  `INSERT INTO deployments (id, customer_id, name, name_key, search_key, city, time_zone, status, created_at)
   SELECT ${id('8002', 's.n')}, o.id, 'Hall ' || s.n, 'hall ' || s.n, 'hall ' || s.n || ' city' || s.n % 100, 'city' || s.n % 100, 'UTC',
          CASE WHEN s.n % 50 = 0 THEN 'inactive' ELSE 'active' END, now() - s.n * interval '1 minute'
     FROM generate_series(1, 50000) AS s (n) JOIN owner o ON o.n = s.n % 10000 + 1`,
  `INSERT INTO deployment_portals (deployment_id, is_enabled, pin_set_at)
   SELECT id, id::text LIKE '%1', CASE WHEN id::text LIKE '%1' THEN now() - make_interval(months => CASE WHEN id::text LIKE '%71' THEN 20 ELSE 2 END) END
     FROM deployments WHERE name LIKE 'Hall %'`,
  `INSERT INTO devices (id, deployment_id, name, name_key, search_key, model, serial, external_id, position, tags, status, active_label_id, created_at)
   SELECT ${id('8003', 's.n')}, ${id('8002', '(s.n % 50000 + 1)')}, k.name || s.n, lower(k.name) || s.n,
          lower(k.name) || s.n || ' maker ' || s.n % 400 || ' sn-' || s.n || ' x' || s.n || ' gate ' || s.n % 12, 'Maker ' || s.n % 400, 'SN-' || s.n, 'X' || s.n, 'Gate ' || s.n % 12,
          ARRAY['tag' || s.n % 50, CASE WHEN s.n % 5000 = 0 THEN 'rare' ELSE 'usual' END], CASE WHEN s.n % 60 = 0 THEN 'retired' ELSE 'active' END,
          CASE WHEN s.n % 25 <> 0 THEN ${id('8004', 's.n')} END, now() - s.n * interval '1 second'
     FROM generate_series(1, 1000000) AS s (n) CROSS JOIN LATERAL (SELECT (ARRAY['Pump ', 'Gate ', 'Crane ', 'Conveyor '])[s.n % 4 + 1] AS name) k`,
  `INSERT INTO labels (id, public_id, secret_hash, code_hash, sealed, device_id, first_scan_at, last_scan_at, scans, created_at)
   SELECT active_label_id, 'P' || right(active_label_id::text, 11), 'h', 'h', '', id, CASE WHEN hashtext(id::text) % 10 <> 0 THEN created_at END,
          CASE WHEN hashtext(id::text) % 10 <> 0 THEN created_at END, 1, created_at FROM devices WHERE active_label_id IS NOT NULL AND serial LIKE 'SN-%'`,
  `INSERT INTO cases (id, number, customer_id, deployment_id, device_id, subject, source, status, activity_at, created_at)
   SELECT overlay(d.id::text PLACING '0195' FROM 1 FOR 4)::uuid, 5000000 + right(d.id::text, 12)::bigint, p.customer_id, p.id, d.id, 'Leak', 'label',
          (ARRAY['open', 'closed'])[abs(hashtext(d.id::text)) % 2 + 1], d.created_at, d.created_at
     FROM devices d JOIN deployments p ON p.id = d.deployment_id WHERE d.serial LIKE 'SN-%' AND hashtext(d.id::text) % 5 = 0`,
];

export interface DeviceIds {
  customer: string;
  deployment: string;
  device: string;
}

export async function prepareDevices(url: string): Promise<DeviceIds> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM devices WHERE serial = 'SN-7' LIMIT 1`);
    if (!rowCount) await load(client);
    const { rows } = await client.query<DeviceIds>(
      `SELECT p.customer_id AS customer, p.id AS deployment, d.id AS device FROM devices d JOIN deployments p ON p.id = d.deployment_id WHERE d.id = ${id('8003', '7')}`,
    );
    if (!rows[0]) throw new Error('The devices were not made');
    return rows[0];
  } finally {
    await client.end();
  }
}

async function load(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  for (const statement of STATEMENTS) await client.query(statement);
  await client.query('COMMIT');
  await client.query('SET statement_timeout = 0');
  await client.query('ANALYZE');
}
