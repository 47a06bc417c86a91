import { contactNameSql } from '../../customers/login-fates.js';

/** SELECT expression: who follows case `k`, as JSON, in the order in which they came. */
export const FOLLOWERS = `
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', coalesce(${contactNameSql('c')}, '')) ORDER BY f.created_at, c.id), '[]'::json)
     FROM case_followers f JOIN contacts c ON c.id = f.contact_id WHERE f.case_id = k.id)`;

/** Condition on a contact `c`: somebody who can sign in to the portal, or was asked to. */
export const CAN_FOLLOW = `c.status = 'active' AND c.is_portal_user AND c.access IN ('invited', 'active')`;
