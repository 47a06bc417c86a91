import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few contacts whose PIN is old, or renewed and not used, are found without going through all contacts. */
export class PinsByAge1799002500000 implements MigrationInterface {
  name = 'PinsByAge1799002500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "ix_credentials_pin_set_at" ON "credentials" ("set_at", "identity_id") WHERE kind = 'pin' AND state = 'active'`,
    );
    await runner.query(
      `CREATE INDEX "ix_credentials_new_pins" ON "credentials" ("identity_id") WHERE kind = 'pin' AND state = 'pending'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_credentials_new_pins"');
    await runner.query('DROP INDEX "ix_credentials_pin_set_at"');
  }
}
