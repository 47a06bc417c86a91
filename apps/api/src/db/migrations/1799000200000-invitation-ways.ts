import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'new_invitation', 'ask_access', 'cannot_get_in'`;

/** How an invitation was handed over, and what became of one that did not arrive. */
export class InvitationWays1799000200000 implements MigrationInterface {
  name = 'InvitationWays1799000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "invitations" ADD "way" text NOT NULL DEFAULT 'email'`);
    await runner.query(
      `ALTER TABLE "invitations" ADD CONSTRAINT "ck_invitations_way" CHECK (way in ('email', 'sms', 'screen', 'link', 'letter'))`,
    );
    await runner.query(`ALTER TABLE "invitations" ADD "instead_of" uuid`);
    await runner.query(`ALTER TABLE "invitations" ADD "followed_at" TIMESTAMP WITH TIME ZONE`);
    // What was lost before has been seen by staff: nothing is sent about it now.
    await runner.query(`UPDATE invitations SET followed_at = now()`);
    await this.allowKinds(runner, `${KINDS}, 'invitation_lost'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM access_requests WHERE kind = 'invitation_lost'`);
    await this.allowKinds(runner, KINDS);
    await runner.query(`ALTER TABLE "invitations" DROP COLUMN "followed_at"`);
    await runner.query(`ALTER TABLE "invitations" DROP COLUMN "instead_of"`);
    await runner.query(`ALTER TABLE "invitations" DROP COLUMN "way"`);
  }

  private async allowKinds(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`ALTER TABLE "access_requests" DROP CONSTRAINT "ck_access_requests_kind"`);
    await runner.query(
      `ALTER TABLE "access_requests" ADD CONSTRAINT "ck_access_requests_kind" CHECK (kind in (${kinds}))`,
    );
  }
}
