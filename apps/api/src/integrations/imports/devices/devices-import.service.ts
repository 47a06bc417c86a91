import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeploymentWrites } from '../../../deployments/deployment-writes.js';
import { DeviceWrites } from '../../../deployments/device-writes.js';
import { actorOf, type ImportJob } from '../import-job.js';
import type { DoneIds, ImportKindWork, ImportPass } from '../import-kind.js';
import { cellsOf } from '../import-line.js';
import { changes, creations, passOf } from '../import-pass.js';
import { readDeviceLine } from './device-line.js';
import { DeviceMemory, planDevices, type PlannedDevice } from './device-plan.js';

/** Files of devices with their deployments, of customers that exist. */
@Injectable()
export class DevicesImport implements ImportKindWork {
  constructor(
    private readonly deployments: DeploymentWrites,
    private readonly devices: DeviceWrites,
  ) {}

  begin(job: ImportJob, { country, done }: { country: string; done: readonly DoneIds[] }): ImportPass {
    const memory = new DeviceMemory();
    for (const { deviceId } of done) if (deviceId) memory.touched.add(deviceId);
    return passOf<PlannedDevice>(job, {
      plan: (tx, lines) => {
        const read = lines.map(({ line, record }) => readDeviceLine(line, cellsOf(record, job.mapping), country));
        return planDevices(tx, read, memory);
      },
      apply: (tx, planned) => this.apply(tx, planned, job),
      acts: ({ deployment, device }) => ({ deployment, device }),
      ids: ({ deployment, device }, idOf) => ({
        customerId: deployment?.customerId ?? null,
        deploymentId: idOf(deployment),
        deviceId: idOf(device),
      }),
    });
  }

  private async apply(tx: EntityManager, planned: readonly PlannedDevice[], job: ImportJob): Promise<void> {
    const writer = { actor: actorOf(job), facts: { importId: job.id } };
    const deployments = planned.map(({ deployment }) => deployment);
    const devices = planned.map(({ device }) => device);
    await this.deployments.create(tx, creations(deployments), writer);
    await this.deployments.change(tx, changes(deployments), writer);
    await this.devices.create(tx, creations(devices), writer);
    await this.devices.change(tx, changes(devices), writer);
  }
}
