import type { AuditFacts } from '../../audit/audit.service.js';

/** A device that has a label, or gets one. */
export interface Labelled {
  deviceId: string;
  name: string;
  deploymentId: string;
  customerId: string;
}

export const labelFacts = ({ deviceId, deploymentId, customerId, name }: Labelled, labelId: string): AuditFacts => ({
  deviceId,
  deploymentId,
  customerId,
  subjectId: labelId,
  name,
});

/** One event for each deployment, with how many labels it was; of a single label also which. */
export function factsPerDeployment(labels: readonly (Labelled & { labelId: string })[]): AuditFacts[] {
  const places = new Map<string, (Labelled & { labelId: string })[]>();
  for (const label of labels) {
    const these = places.get(label.deploymentId);
    if (these) these.push(label);
    else places.set(label.deploymentId, [label]);
  }
  return [...places.values()].flatMap((these) => {
    const [one] = these;
    if (!one) return [];
    const { deploymentId, customerId } = one;
    return these.length === 1
      ? [{ ...labelFacts(one, one.labelId), count: 1 }]
      : [{ deploymentId, customerId, count: these.length }];
  });
}
