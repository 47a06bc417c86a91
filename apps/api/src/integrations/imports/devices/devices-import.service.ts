import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeploymentWrites } from '../../../deployments/deployment-writes.js';
import { DeviceWrites } from '../../../deployments/device-writes.js';
import type { FileLine } from '../import-file.js';
import { actorOf, type ImportJob } from '../import-job.js';
import {
  type BatchResult,
  countOf,
  type DoneIds,
  idOf,
  type ImportKindWork,
  type ImportPass,
  undoOf,
} from '../import-kind.js';
import { cellsOf } from '../import-line.js';
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
    return { batch: (tx, lines) => this.batch(tx, { lines, job, country, memory }) };
  }

  private async batch(
    tx: EntityManager,
    {
      lines,
      job,
      country,
      memory,
    }: { lines: readonly FileLine[]; job: ImportJob; country: string; memory: DeviceMemory },
  ): Promise<BatchResult> {
    const read = lines.map(({ line, record }) => readDeviceLine(line, cellsOf(record, job.mapping), country));
    const planned = await planDevices(tx, read, memory);
    const isRun = job.state === 'running';
    if (isRun) await this.apply(tx, planned, job);
    return {
      rows: planned.map(({ line, title, verdict, reasons, deployment, device }) => ({
        line,
        title,
        verdict,
        reasons,
        customerId: deployment?.customerId ?? null,
        deploymentId: idOf(deployment, isRun),
        deviceId: idOf(device, isRun),
        before: isRun ? { deployment: undoOf(deployment), device: undoOf(device) } : null,
      })),
      counts: countOf(planned, { deployments: (plan) => plan.deployment, devices: (plan) => plan.device }),
    };
  }

  private async apply(tx: EntityManager, planned: readonly PlannedDevice[], job: ImportJob): Promise<void> {
    const writer = { actor: actorOf(job), facts: { importId: job.id } };
    const deployments = planned.flatMap(({ deployment }) => deployment ?? []);
    const devices = planned.flatMap(({ device }) => device ?? []);
    await this.deployments.create(
      tx,
      deployments.flatMap((act) => (act.verdict === 'create' ? [act] : [])),
      writer,
    );
    await this.deployments.change(
      tx,
      deployments.flatMap((act) => (act.verdict === 'update' ? [{ id: act.id, fields: act.fields }] : [])),
      writer,
    );
    await this.devices.create(
      tx,
      devices.flatMap((act) => (act.verdict === 'create' ? [act] : [])),
      writer,
    );
    await this.devices.change(
      tx,
      devices.flatMap((act) => (act.verdict === 'update' ? [{ id: act.id, fields: act.fields }] : [])),
      writer,
    );
  }
}
