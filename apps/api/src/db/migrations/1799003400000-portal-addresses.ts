import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A customer may be led to a further address of the portal, by region or brand (S4.2). */
export class PortalAddresses1799003400000 implements MigrationInterface {
  name = 'PortalAddresses1799003400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "customers" ADD "portal_address_id" uuid');
    await runner.query(
      `CREATE INDEX "ix_customers_portal_address_id" ON "customers" ("portal_address_id") WHERE portal_address_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_customers_portal_address_id"');
    await runner.query('ALTER TABLE "customers" DROP COLUMN "portal_address_id"');
  }
}
