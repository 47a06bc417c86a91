import type { DataSource } from 'typeorm';

/** 250,000 customers, 1,000,000 contacts and 300,000 cases made inside PostgreSQL, to try the speed; secrets belong to nobody. */
const STATEMENTS = [
  `SET LOCAL statement_timeout = 0`,
  `SET LOCAL synchronous_commit = off`,
  `CREATE TEMPORARY TABLE word (n int PRIMARY KEY, w text) ON COMMIT DROP`,
  `INSERT INTO word SELECT row_number() OVER (), w FROM unnest(string_to_array(
     'arbor atlas aurora basin beacon birch bridge canal cedar cliff cobalt comet copper coral crane crown delta dover dune eagle ember falcon fern fjord flint forge garnet glacier grove harbor hazel heron indigo iris island ivory jade juniper kestrel lagoon lantern lark linden lumen maple marble meadow mesa mirror moss nectar nimbus north oak ocean olive onyx opal orbit orchid osprey otter pearl pebble pine plover prairie prism quarry quartz raven reef ridge river robin saffron sage shore silver slate spruce stone summit sunset swift talon tamarack thistle thunder timber topaz tundra union valley velvet vista walnut willow wren zenith', ' ')) w`,
  `INSERT INTO customers (id, number, name, name_key, language, email, email_key, city, country, rights_profile_id, created_at)
   SELECT ('0190' || lpad(to_hex(i), 4, '0') || '-' || lpad(to_hex(i % 65536), 4, '0') || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'L' || i,
          initcap(a.w || ' ' || b.w) || ' ' || i, a.w || ' ' || b.w || ' ' || i, 'en', 'office' || i || '@customer.example', 'office' || i || '@customer.example', initcap(b.w), 'SE',
          '01900000-0000-7000-8000-000000000001', now() - i * interval '1 minute'
     FROM generate_series(1, 250000) AS s (i)
     JOIN word a ON a.n = 1 + i % 100 JOIN word b ON b.n = 1 + (i / 100) % 100`,
  `INSERT INTO contacts (id, customer_id, first_name, last_name, name_key, email, email_key, access, way_in, reset_ready, created_at)
   SELECT ('0191' || lpad(to_hex(i), 4, '0') || '-' || lpad(to_hex(i % 65536), 4, '0') || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, c.id,
          initcap(a.w), initcap(b.w) || i, a.w || ' ' || b.w || i, a.w || i || '@person.example', a.w || i || '@person.example',
          (ARRAY['none','invited','active','active'])[1 + i % 4],
          (ARRAY['never_invited','waiting','password','both'])[1 + i % 4], CASE WHEN i % 4 < 2 THEN 'none' WHEN i % 1000 = 2 THEN 'not_allowed' ELSE 'ready' END, now() - i * interval '10 seconds'
     FROM generate_series(1, 1000000) AS s (i)
     JOIN word a ON a.n = 1 + i % 100 JOIN word b ON b.n = 1 + (i / 100) % 100
     JOIN customers c ON c.number = 'L' || (1 + (i - 1) / 4)`,
  `INSERT INTO contact_phones (contact_id, position, e164, type)
   SELECT id, 0, '+4676' || lpad((row_number() OVER (ORDER BY id))::text, 7, '0'), 'mobile' FROM contacts WHERE id >= '01910000-0000-7000-8000-000000000000' AND email_key LIKE '%@person.example'`,
  `INSERT INTO cases (id, number, customer_id, contact_id, reporter_name, subject, status, priority, source, activity_at, customer_message_at, created_at)
   SELECT ('0192' || lpad(to_hex(i), 4, '0') || '-' || lpad(to_hex(i % 65536), 4, '0') || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 100000 + i, k.customer_id, k.id,
          k.first_name || ' ' || k.last_name, initcap(a.w) || ' ' || b.w || ' does not start', (ARRAY['open','waiting','solved','closed','closed','closed'])[1 + i % 6],
          (ARRAY['low','normal','normal','high'])[1 + i % 4], 'portal', now() - i * interval '2 minutes', now() - i * interval '2 minutes', now() - i * interval '2 minutes'
     FROM generate_series(1, 300000) AS s (i)
     JOIN word a ON a.n = 1 + i % 100 JOIN word b ON b.n = 1 + (i / 100) % 100
     JOIN contacts k ON k.id = ('0191' || lpad(to_hex(i * 3), 4, '0') || '-' || lpad(to_hex((i * 3) % 65536), 4, '0') || '-7000-8000-' || lpad(to_hex(i * 3), 12, '0'))::uuid`,
  `INSERT INTO case_messages (id, case_id, visibility, author_kind, contact_id, author_name, body, created_at)
   SELECT overlay(id::text PLACING '0193' FROM 1 FOR 4)::uuid, id, 'public', 'contact', contact_id, reporter_name, subject || '. Since this morning.', created_at FROM cases WHERE number > 100000`,
  `SELECT setval('case_number', 500000)`,
];

export async function loadLarge(db: DataSource): Promise<void> {
  await db.transaction(async (tx) => {
    for (const statement of STATEMENTS) await tx.query(statement);
  });
  await db.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query('ANALYZE');
  });
}
