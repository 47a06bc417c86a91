import { Injectable } from '@nestjs/common';
import { absent, AccessChecks, type Finding, green } from '../../access-checks/access-checks.js';
import { fixes } from '../../access-checks/fixes.js';
import type { Looking } from '../../access-checks/looking.js';
import { first, rows } from '../../db/sql.js';

const NAMED = 3;

const LABELLED = `FROM deployments d JOIN deployment_portals o ON o.deployment_id = d.id
   WHERE d.customer_id = $1 AND d.status = 'active'
     AND EXISTS (SELECT 1 FROM devices v WHERE v.deployment_id = d.id AND v.status = 'active' AND v.active_label_id IS NOT NULL)`;

const CLOSED = `SELECT d.id, d.name ${LABELLED} AND NOT (o.is_enabled AND o.pin_hash IS NOT NULL) ORDER BY d.name_key, d.id LIMIT ${NAMED + 1}`;

/** Whoever scans a label where the portal is off gets no further, at whichever deployment of the customer. */
@Injectable()
export class DeploymentPortalCheck {
  constructor(checks: AccessChecks) {
    checks.register({ key: 'deployment_portals', group: 'deployments', look: portals });
  }
}

async function portals({ db, subject }: Looking): Promise<Finding> {
  const closed = await rows<{ id: string; name: string }>(db, CLOSED, [subject.customerId]);
  const [one] = closed;
  if (!one) {
    const any = await first(db, `SELECT 1 ${LABELLED} LIMIT 1`, [subject.customerId]);
    return any ? green('deployment_portals_on') : absent('no_labels');
  }
  const named = closed.slice(0, NAMED).map(({ name }) => name);
  const deployments = [...named, ...(closed.length > NAMED ? ['…'] : [])].join(', ');
  return {
    state: 'amber',
    cause: 'deployment_portal_off',
    facts: { deployments },
    fix: fixes.openDeploymentPortal(one.id),
  };
}
