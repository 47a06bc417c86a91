import { type Db, rows } from '../src/db/sql.js';

const id = (block: string, n: string) => `('01900000-0000-7000-${block}-' || lpad(${n}::text, 12, '0'))::uuid`;

/** Deployment n and device n of the ones below. */
export const manyId = (of: 'deployment' | 'device' | 'customer', n: number): string =>
  `01900000-0000-7000-${{ customer: '9001', deployment: '9002', device: '9003' }[of]}-${String(n).padStart(12, '0')}`;

/** Twenty devices to a deployment, five deployments to a customer, labels for most, cases of some: enough rows to be planned as with a million. */
export async function loadDevices(db: Db, devices: number): Promise<void> {
  const deployments = Math.ceil(devices / 20);
  const customers = Math.ceil(deployments / 5);
  const statements = [
    `SET LOCAL statement_timeout = 0`,
    // The keys of these rows fit as they are made: looking each of them up takes more than half of the time.
    `SET LOCAL session_replication_role = replica`,
    `SET LOCAL synchronous_commit = off`,
    `INSERT INTO customers (id, number, name, name_key, rights_profile_id)
     SELECT ${id('9001', 'n')}, 'D' || n, 'Werk ' || n, 'werk ' || n, '01900000-0000-7000-8000-000000000001' FROM generate_series(1, ${customers}) n`,
    `INSERT INTO deployments (id, customer_id, name, name_key, search_key, city, time_zone, status, created_at)
     SELECT ${id('9002', 'n')}, ${id('9001', `(n % ${customers} + 1)`)}, 'Hall ' || n, 'hall ' || n, 'hall ' || n || ' city' || n % 100, 'city' || n % 100, 'UTC',
            CASE WHEN n % 50 = 0 THEN 'inactive' ELSE 'active' END, now() - n * interval '1 minute' FROM generate_series(1, ${deployments}) n`,
    `INSERT INTO deployment_portals (deployment_id, is_enabled, pin_set_at)
     SELECT id, id::text LIKE '%1', CASE WHEN id::text LIKE '%1' THEN now() - make_interval(months => CASE WHEN id::text LIKE '%71' THEN 20 ELSE 2 END) END
       FROM deployments WHERE name LIKE 'Hall %'`,
    `INSERT INTO devices (id, deployment_id, name, name_key, search_key, model, serial, external_id, position, tags, status, active_label_id, created_at)
     SELECT ${id('9003', 'n')}, ${id('9002', `(n % ${deployments} + 1)`)}, k.name || n, lower(k.name) || n,
            lower(k.name) || n || ' maker ' || n % 400 || ' sn-' || n || ' x' || n || ' gate ' || n % 12, 'Maker ' || n % 400, 'SN-' || n, 'X' || n, 'Gate ' || n % 12,
            ARRAY['tag' || n % 50, CASE WHEN n % 5000 = 0 THEN 'rare' ELSE 'usual' END], CASE WHEN n % 60 = 0 THEN 'retired' ELSE 'active' END,
            CASE WHEN n % 25 <> 0 THEN ${id('9004', 'n')} END, now() - n * interval '1 second'
       FROM generate_series(1, ${devices}) n CROSS JOIN LATERAL (SELECT (ARRAY['Pump ', 'Gate ', 'Crane ', 'Conveyor '])[n % 4 + 1] AS name) k`,
    `INSERT INTO labels (id, public_id, secret_hash, code_hash, sealed, device_id, first_scan_at, last_scan_at, scans, created_at)
     SELECT active_label_id, 'P' || right(active_label_id::text, 11), 'h', 'h', '', id, CASE WHEN hashtext(id::text) % 10 <> 0 THEN created_at END,
            CASE WHEN hashtext(id::text) % 10 <> 0 THEN created_at END, 1, created_at FROM devices WHERE active_label_id IS NOT NULL`,
    `INSERT INTO cases (id, number, customer_id, deployment_id, device_id, subject, source, status, activity_at, created_at)
     SELECT ${id('9005', `row_number() OVER ()`)}, 1000000 + row_number() OVER (), p.customer_id, p.id, d.id, 'Leak', 'label', (ARRAY['open', 'closed'])[abs(hashtext(d.id::text)) % 2 + 1],
            d.created_at, d.created_at FROM devices d JOIN deployments p ON p.id = d.deployment_id WHERE hashtext(d.id::text) % 5 = 0`,
  ];
  await (db as { transaction?: (work: (tx: Db) => Promise<void>) => Promise<void> }).transaction?.(async (tx) => {
    for (const statement of statements) await rows(tx, statement);
    // All rows of 60,000 are looked at, so that no plan hangs on which of them a sample happens to hold.
    await rows(tx, 'SET LOCAL default_statistics_target = 200');
    await rows(tx, 'ANALYZE');
  });
}
