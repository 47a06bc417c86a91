import { Module } from '@nestjs/common';
import { ContactsModule } from '../../contacts/contacts.module.js';
import { DeploymentsModule } from '../../deployments/deployments.module.js';
import { CustomersModule } from '../../customers/customers.module.js';
import { ImportResult } from './import-result.js';
import { ImportRunService } from './import-run.service.js';
import { DevicesImport } from './devices/devices-import.service.js';
import { DevicesUndo } from './devices/devices-undo.js';
import { ImportUndoService } from './import-undo.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { PeopleImport } from './people-import.service.js';
import { ImportsWorker } from './imports.worker.js';

@Module({
  imports: [CustomersModule, ContactsModule, DeploymentsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportRunService,
    ImportUndoService,
    PeopleImport,
    DevicesImport,
    DevicesUndo,
    ImportResult,
    ImportsWorker,
  ],
})
export class ImportsModule {}
