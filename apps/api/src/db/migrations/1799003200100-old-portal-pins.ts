import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few deployment portals whose PIN is old are found without going through all that are on. */
export class OldPortalPins1799003200100 implements MigrationInterface {
  name = 'OldPortalPins1799003200100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "ix_deployment_portals_pin_set_at" ON "deployment_portals" ("pin_set_at", "deployment_id") WHERE is_enabled`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_deployment_portals_pin_set_at"');
  }
}
