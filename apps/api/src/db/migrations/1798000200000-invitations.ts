import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the newest invitation of each contact came, beside the contact: lists filter by it. */
export class Invitations1798000200000 implements MigrationInterface {
  name = 'Invitations1798000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "invitations" ADD "opened_at" TIMESTAMP WITH TIME ZONE');
    await runner.query(`ALTER TABLE "contacts" ADD "invitation" text NOT NULL DEFAULT 'none'`);
    await runner.query(
      `ALTER TABLE "contacts" ADD CONSTRAINT "ck_contacts_invitation" CHECK (invitation in ('none', 'invited', 'opened', 'accepted', 'expired', 'revoked', 'bounced'))`,
    );
    await runner.query(
      `UPDATE contacts c SET invitation = f.state
         FROM (SELECT DISTINCT ON (v.contact_id) v.contact_id,
                      CASE WHEN v.used_at IS NOT NULL THEN 'accepted'
                           WHEN v.revoked_at IS NULL AND v.credential_version = i.credential_version AND v.expires_at > now()
                             THEN CASE WHEN n.state IN ('refused', 'failed', 'bounced') THEN 'bounced' ELSE 'invited' END
                           WHEN EXISTS (SELECT 1 FROM invitations w WHERE w.contact_id = v.contact_id AND w.used_at IS NOT NULL) THEN 'accepted'
                           WHEN v.revoked_at IS NOT NULL OR v.credential_version <> i.credential_version THEN 'revoked'
                           WHEN n.state IN ('refused', 'failed', 'bounced') THEN 'bounced' ELSE 'expired' END AS state
                 FROM invitations v JOIN identities i ON i.id = v.identity_id LEFT JOIN notifications n ON n.id = v.id
                ORDER BY v.contact_id, v.created_at DESC, v.id DESC) f
        WHERE c.id = f.contact_id`,
    );
    await runner.query('CREATE INDEX ix_contacts_invitation ON contacts (invitation, name_key, id)');
    await runner.query('CREATE INDEX ix_contacts_invitation_newest ON contacts (invitation, created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contacts" DROP COLUMN "invitation"');
    await runner.query('ALTER TABLE "invitations" DROP COLUMN "opened_at"');
  }
}
