import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Outbox page finds messages by address and by customer. */
export class FindNotifications1795000200000 implements MigrationInterface {
  name = 'FindNotifications1795000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_notifications_address ON notifications (lower(to_address) text_pattern_ops, id)');
    await runner.query('CREATE INDEX "ix_notifications_customer_id_id" ON "notifications" ("customer_id", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_notifications_customer_id_id"');
    await runner.query('DROP INDEX ix_notifications_address');
  }
}
