import { Module } from '@nestjs/common';
import { ContactsModule } from '../../contacts/contacts.module.js';
import { CustomersModule } from '../../customers/customers.module.js';
import { ImportResult } from './import-result.js';
import { ImportRunService } from './import-run.service.js';
import { ImportUndoService } from './import-undo.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { ImportsWorker } from './imports.worker.js';

@Module({
  imports: [CustomersModule, ContactsModule],
  controllers: [ImportsController],
  providers: [ImportsService, ImportRunService, ImportUndoService, ImportResult, ImportsWorker],
})
export class ImportsModule {}
