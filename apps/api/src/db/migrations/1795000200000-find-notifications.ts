import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Outbox page finds messages by address and by customer, the worker those that must be sent alone. */
export class FindNotifications1795000200000 implements MigrationInterface {
  name = 'FindNotifications1795000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX ix_notifications_address ON notifications (lower(to_address) text_pattern_ops, id)',
    );
    await runner.query('CREATE INDEX "ix_notifications_customer_id_id" ON "notifications" ("customer_id", "id")');
    await runner.query(
      `CREATE INDEX ix_notifications_alone ON notifications (next_at) WHERE state = 'queued' AND deaths >= 5`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_notifications_alone');
    await runner.query('DROP INDEX "ix_notifications_customer_id_id"');
    await runner.query('DROP INDEX ix_notifications_address');
  }
}
