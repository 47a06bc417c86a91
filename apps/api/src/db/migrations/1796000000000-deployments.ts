import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE "deployments" ("id" uuid NOT NULL, "customer_id" uuid NOT NULL, "name" text NOT NULL, "name_key" text NOT NULL, "search_key" text NOT NULL DEFAULT '', "external_id" text, "street" text, "postal_code" text, "city" text, "country" text, "time_zone" text NOT NULL, "default_assignee_id" uuid, "notify_emails" text array NOT NULL DEFAULT '{}', "notes" text, "status" text NOT NULL DEFAULT 'active', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_deployments_external_id" UNIQUE ("external_id"), CONSTRAINT "uq_deployments_customer_id_id" UNIQUE ("customer_id", "id"), CONSTRAINT "ck_deployments_status" CHECK (status in ('active', 'inactive')), CONSTRAINT "pk_deployments" PRIMARY KEY ("id"))`,
  'CREATE INDEX "ix_deployments_default_assignee_id" ON "deployments" ("default_assignee_id")',
  'CREATE INDEX "ix_deployments_created_at_id" ON "deployments" ("created_at", "id")',
  'CREATE INDEX "ix_deployments_id_name_key" ON "deployments" ("name_key", "id")',
  'CREATE INDEX "ix_deployments_customer_id_id_name_key" ON "deployments" ("customer_id", "name_key", "id")',
  `CREATE TABLE "deployment_portals" ("deployment_id" uuid NOT NULL, "is_enabled" boolean NOT NULL DEFAULT false, "pin_sealed" bytea, "pin_hash" text, "pin_version" integer NOT NULL DEFAULT '0', "pin_length" integer, "pin_set_at" TIMESTAMP WITH TIME ZONE, "told_tries" integer NOT NULL DEFAULT '0', "old_pin_hash" text, "old_pin_until" TIMESTAMP WITH TIME ZONE, "shows_open_cases" boolean NOT NULL DEFAULT false, "texts" jsonb NOT NULL DEFAULT '{}', "template_ids" uuid array, "ask_name" text NOT NULL DEFAULT 'optional', "ask_email" text NOT NULL DEFAULT 'optional', "ask_phone" text NOT NULL DEFAULT 'optional', "allows_no_reply" boolean NOT NULL DEFAULT true, "takes_photos" boolean NOT NULL DEFAULT false, "languages" text array NOT NULL DEFAULT '{}', "version" integer NOT NULL DEFAULT '1', CONSTRAINT "ck_deployment_portals_ask_phone" CHECK (ask_phone in ('hidden', 'optional', 'required')), CONSTRAINT "ck_deployment_portals_ask_email" CHECK (ask_email in ('hidden', 'optional', 'required')), CONSTRAINT "ck_deployment_portals_ask_name" CHECK (ask_name in ('hidden', 'optional', 'required')), CONSTRAINT "pk_deployment_portals" PRIMARY KEY ("deployment_id"))`,
  `CREATE TABLE "devices" ("id" uuid NOT NULL, "deployment_id" uuid NOT NULL, "name" text NOT NULL, "name_key" text NOT NULL, "search_key" text NOT NULL DEFAULT '', "model" text, "serial" text, "external_id" text, "position" text, "tags" text array NOT NULL DEFAULT '{}', "notes" text, "status" text NOT NULL DEFAULT 'active', "active_label_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_devices_external_id" UNIQUE ("external_id"), CONSTRAINT "ck_devices_status" CHECK (status in ('active', 'retired')), CONSTRAINT "pk_devices" PRIMARY KEY ("id"))`,
  'CREATE INDEX "ix_devices_created_at_id" ON "devices" ("created_at", "id")',
  'CREATE INDEX "ix_devices_id_name_key" ON "devices" ("name_key", "id")',
  'CREATE INDEX "ix_devices_deployment_id_id_name_key" ON "devices" ("deployment_id", "name_key", "id")',
  `CREATE TABLE "device_files" ("id" uuid NOT NULL, "device_id" uuid NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "type" text NOT NULL, "size" integer NOT NULL, "data" bytea NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_device_files_kind" CHECK (kind in ('photo', 'manual')), CONSTRAINT "pk_device_files" PRIMARY KEY ("id"))`,
  'CREATE INDEX "ix_device_files_device_id_id_kind" ON "device_files" ("device_id", "kind", "id")',
  `CREATE TABLE "case_templates" ("id" uuid NOT NULL, "name" text NOT NULL, "key" text NOT NULL, "icon" text NOT NULL, "priority" text NOT NULL DEFAULT 'normal', "default_assignee_id" uuid, "models" text array NOT NULL DEFAULT '{}', "status" text NOT NULL DEFAULT 'active', "current_version_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_case_templates_name" UNIQUE ("name"), CONSTRAINT "uq_case_templates_key" UNIQUE ("key"), CONSTRAINT "ck_case_templates_priority" CHECK (priority in ('low', 'normal', 'high', 'urgent')), CONSTRAINT "ck_case_templates_status" CHECK (status in ('active', 'archived')), CONSTRAINT "pk_case_templates" PRIMARY KEY ("id"))`,
  'CREATE INDEX "ix_case_templates_default_assignee_id" ON "case_templates" ("default_assignee_id")',
  'CREATE TABLE "case_template_versions" ("id" uuid NOT NULL, "template_id" uuid NOT NULL, "number" integer NOT NULL, "content" jsonb NOT NULL, "created_by_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "uq_case_template_versions_number_template_id" UNIQUE ("template_id", "number"), CONSTRAINT "pk_case_template_versions" PRIMARY KEY ("id"))',
  'CREATE TABLE "case_follows" ("id" uuid NOT NULL, "case_id" uuid NOT NULL, "token_hash" text NOT NULL, "is_reporter" boolean NOT NULL, "name" text, "email" text, "phone" text, "email_confirmed_at" TIMESTAMP WITH TIME ZONE, "language" text, "visit_browser_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_used_at" TIMESTAMP WITH TIME ZONE, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_case_follows_token_hash" UNIQUE ("token_hash"), CONSTRAINT "pk_case_follows" PRIMARY KEY ("id"))',
  'CREATE TABLE "mail_stops" ("address_hash" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_mail_stops" PRIMARY KEY ("address_hash"))',
  'CREATE INDEX "ix_case_follows_visit_browser_id" ON "case_follows" ("visit_browser_id")',
  'CREATE INDEX "ix_case_follows_case_id" ON "case_follows" ("case_id")',
  `CREATE TABLE "labels" ("id" uuid NOT NULL, "public_id" text NOT NULL, "secret_hash" text NOT NULL, "code_hash" text NOT NULL, "sealed" bytea NOT NULL, "device_id" uuid, "state" text NOT NULL DEFAULT 'active', "grace_until" TIMESTAMP WITH TIME ZONE, "replaced_by_id" uuid, "printed_at" TIMESTAMP WITH TIME ZONE, "first_scan_at" TIMESTAMP WITH TIME ZONE, "last_scan_at" TIMESTAMP WITH TIME ZONE, "scans" integer NOT NULL DEFAULT '0', "late_scan_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "uq_labels_public_id" UNIQUE ("public_id"), CONSTRAINT "ck_labels_state" CHECK (state in ('active', 'superseded', 'revoked')), CONSTRAINT "pk_labels" PRIMARY KEY ("id"))`,
  'CREATE INDEX "ix_labels_created_at_id" ON "labels" ("created_at", "id")',
  'CREATE INDEX "ix_labels_created_at_device_id" ON "labels" ("device_id", "created_at")',
  'CREATE TABLE "label_scans" ("label_id" uuid NOT NULL, "week" date NOT NULL, "scans" integer NOT NULL, CONSTRAINT "pk_label_scans" PRIMARY KEY ("label_id", "week"))',
  'CREATE TABLE "visit_browsers" ("id" uuid NOT NULL, "token_hash" text NOT NULL, "deployment_id" uuid NOT NULL, "pin_version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_visit_browsers_deployment_id_token_hash" UNIQUE ("token_hash", "deployment_id"), CONSTRAINT "pk_visit_browsers" PRIMARY KEY ("id"))',
  'CREATE INDEX "ix_visit_browsers_expires_at" ON "visit_browsers" ("expires_at")',
  'CREATE INDEX "ix_visit_browsers_deployment_id" ON "visit_browsers" ("deployment_id")',
  'ALTER TABLE "cases" ADD "deployment_id" uuid',
  'ALTER TABLE "cases" ADD "device_id" uuid',
  'ALTER TABLE "cases" ADD "reporter_email" text',
  'ALTER TABLE "cases" ADD "reporter_phone" text',
  'ALTER TABLE "cases" ADD "template_id" uuid',
  'ALTER TABLE "cases" ADD "template_version_id" uuid',
  'ALTER TABLE "cases" ADD "answers" jsonb',
  'ALTER TABLE "audit_events" ADD "deployment_id" uuid, ADD "device_id" uuid',
  'CREATE INDEX ix_audit_events_deployment ON audit_events (deployment_id, id) WHERE deployment_id IS NOT NULL',
  'CREATE INDEX ix_audit_events_device ON audit_events (device_id, id) WHERE device_id IS NOT NULL',
  `ALTER TABLE "imports" ADD "kind" text NOT NULL DEFAULT 'people', ADD CONSTRAINT "ck_imports_kind" CHECK (kind in ('people', 'devices'))`,
  'ALTER TABLE "import_rows" ADD "deployment_id" uuid, ADD "device_id" uuid',
  'ALTER TABLE "case_messages" ADD "follow_id" uuid',
  'ALTER TABLE "sessions" ADD "label_id" uuid',
  'ALTER TABLE "sessions" ADD "deployment_id" uuid',
  'ALTER TABLE "sessions" ADD "pin_version" integer',
  'ALTER TABLE "sessions" ADD "visit_browser_id" uuid',
  'ALTER TABLE "sessions" ADD "follow_id" uuid',
  'CREATE INDEX "ix_cases_created_at_deployment_id_template_id" ON "cases" ("template_id", "deployment_id", "created_at")',
  'CREATE INDEX "ix_sessions_follow_id" ON "sessions" ("follow_id")',
  'CREATE INDEX "ix_sessions_label_id" ON "sessions" ("label_id")',
  'CREATE INDEX "ix_sessions_deployment_id" ON "sessions" ("deployment_id")',
  'ALTER TABLE "deployments" ADD CONSTRAINT "fk_deployments_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers"("id")',
  'ALTER TABLE "deployments" ADD CONSTRAINT "fk_deployments_default_assignee_id" FOREIGN KEY ("default_assignee_id") REFERENCES "staff_members"("id")',
  'ALTER TABLE "deployment_portals" ADD CONSTRAINT "fk_deployment_portals_deployment_id" FOREIGN KEY ("deployment_id") REFERENCES "deployments"("id") ON DELETE CASCADE',
  'ALTER TABLE "devices" ADD CONSTRAINT "fk_devices_deployment_id" FOREIGN KEY ("deployment_id") REFERENCES "deployments"("id")',
  'ALTER TABLE "device_files" ADD CONSTRAINT "fk_device_files_device_id" FOREIGN KEY ("device_id") REFERENCES "devices"("id") ON DELETE CASCADE',
  'ALTER TABLE "case_templates" ADD CONSTRAINT "fk_case_templates_default_assignee_id" FOREIGN KEY ("default_assignee_id") REFERENCES "staff_members"("id")',
  'ALTER TABLE "case_template_versions" ADD CONSTRAINT "fk_case_template_versions_template_id" FOREIGN KEY ("template_id") REFERENCES "case_templates"("id") ON DELETE CASCADE',
  'ALTER TABLE "cases" ADD CONSTRAINT "fk_cases_deployment_id" FOREIGN KEY ("deployment_id") REFERENCES "deployments"("id")',
  'ALTER TABLE "cases" ADD CONSTRAINT "fk_cases_device_id" FOREIGN KEY ("device_id") REFERENCES "devices"("id") ON DELETE SET NULL',
  'ALTER TABLE "cases" ADD CONSTRAINT "fk_cases_template_id" FOREIGN KEY ("template_id") REFERENCES "case_templates"("id")',
  'ALTER TABLE "cases" ADD CONSTRAINT "fk_cases_template_version_id" FOREIGN KEY ("template_version_id") REFERENCES "case_template_versions"("id")',
  'ALTER TABLE "case_follows" ADD CONSTRAINT "fk_case_follows_case_id" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE',
  'ALTER TABLE "labels" ADD CONSTRAINT "fk_labels_device_id" FOREIGN KEY ("device_id") REFERENCES "devices"("id") ON DELETE SET NULL',
  'ALTER TABLE "label_scans" ADD CONSTRAINT "fk_label_scans_label_id" FOREIGN KEY ("label_id") REFERENCES "labels"("id") ON DELETE CASCADE',
  'ALTER TABLE "visit_browsers" ADD CONSTRAINT "fk_visit_browsers_deployment_id" FOREIGN KEY ("deployment_id") REFERENCES "deployments"("id") ON DELETE CASCADE',
  'CREATE INDEX ix_deployments_search ON deployments USING gin (search_key gin_trgm_ops)',
  "CREATE INDEX ix_deployments_inactive ON deployments (name_key, id) WHERE status = 'inactive'",
  'CREATE INDEX ix_deployment_portals_enabled ON deployment_portals (deployment_id) WHERE is_enabled',
  'CREATE INDEX ix_devices_search ON devices USING gin (search_key gin_trgm_ops)',
  'CREATE INDEX ix_devices_serial ON devices (deployment_id, serial) WHERE serial IS NOT NULL',
  "CREATE INDEX ix_devices_retired ON devices (name_key, id) WHERE status = 'retired'",
  'CREATE INDEX ix_devices_model ON devices (model, name_key, id) WHERE model IS NOT NULL',
  'CREATE INDEX ix_devices_tags ON devices USING gin (tags)',
  "CREATE INDEX ix_devices_unlabelled ON devices (deployment_id, name_key, id) WHERE active_label_id IS NULL AND status = 'active'",
  "CREATE INDEX ix_devices_without_label ON devices (name_key, id) WHERE active_label_id IS NULL AND status = 'active'",
  'CREATE UNIQUE INDEX uq_devices_active_label ON devices (active_label_id) WHERE active_label_id IS NOT NULL',
  "CREATE INDEX ix_labels_never_scanned ON labels (created_at, id) WHERE state = 'active' AND first_scan_at IS NULL",
  "CREATE INDEX ix_labels_live ON labels (last_scan_at, id) WHERE state = 'active' AND last_scan_at IS NOT NULL",
  "CREATE INDEX ix_labels_ended ON labels (state, created_at, id) WHERE state <> 'active'",
  'CREATE INDEX ix_labels_scanned_late ON labels (late_scan_at, id) WHERE late_scan_at IS NOT NULL',
  'CREATE INDEX ix_cases_device ON cases (device_id, activity_at DESC, id DESC) WHERE device_id IS NOT NULL',
  'CREATE INDEX ix_cases_deployment ON cases (deployment_id, activity_at DESC, id DESC) WHERE deployment_id IS NOT NULL',
  // Most cases come by the portal: a list of those needs no index of its own.
  "CREATE INDEX ix_cases_source ON cases (source, activity_at DESC, id DESC) WHERE source <> 'portal'",
  'CREATE INDEX ix_cases_template_version ON cases (template_version_id) WHERE template_version_id IS NOT NULL',
  'CREATE INDEX ix_case_follows_to_forget ON case_follows (expires_at) WHERE num_nonnulls(name, email, phone, visit_browser_id) > 0',
  'CREATE INDEX ix_case_follows_email ON case_follows (lower(email), created_at) WHERE email IS NOT NULL',
];

/** Table, constraint, the rule from now on, the rule before. */
const CHECKS = [
  ['cases', 'ck_cases_source', `source in ('portal', 'label', 'staff', 'api')`, `source in ('portal', 'staff', 'api')`],
  [
    'case_messages',
    'ck_case_messages_author',
    `author_kind in ('staff', 'contact', 'visitor', 'system')`,
    `author_kind in ('staff', 'contact', 'system')`,
  ],
  [
    'sessions',
    'ck_sessions_kind',
    `kind in ('staff', 'contact', 'visit', 'follow')`,
    `kind in ('staff', 'contact', 'visit')`,
  ],
] as const;

const TABLES = [
  'label_scans',
  'labels',
  'visit_browsers',
  'device_files',
  'devices',
  'deployment_portals',
  'deployments',
  'case_follows',
  'mail_stops',
  'case_template_versions',
  'case_templates',
];

const COLUMNS = {
  audit_events: ['deployment_id', 'device_id'],
  imports: ['kind'],
  import_rows: ['deployment_id', 'device_id'],
  cases: [
    'deployment_id',
    'device_id',
    'reporter_email',
    'reporter_phone',
    'template_id',
    'template_version_id',
    'answers',
  ],
  case_messages: ['follow_id'],
  sessions: ['label_id', 'deployment_id', 'pin_version', 'visit_browser_id', 'follow_id'],
};

/** Deployments, devices, labels, visits and case templates. */
export class Deployments1796000000000 implements MigrationInterface {
  name = 'Deployments1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    for (const [table, check, now] of CHECKS) await replaceCheck(runner, { table, check, rule: now });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, check, , before] of CHECKS) await replaceCheck(runner, { table, check, rule: before });
    for (const [table, columns] of Object.entries(COLUMNS))
      await runner.query(`ALTER TABLE ${table} ${columns.map((column) => `DROP COLUMN ${column} CASCADE`).join(', ')}`);
    await runner.query(`DROP TABLE ${TABLES.join(', ')} CASCADE`);
  }
}

async function replaceCheck(runner: QueryRunner, { table, check, rule }: Record<'table' | 'check' | 'rule', string>) {
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${check}, ADD CONSTRAINT ${check} CHECK (${rule})`);
}
