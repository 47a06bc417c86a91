import { Global, Module } from '@nestjs/common';
import { CompanyController } from './company.controller.js';
import { CompanyQueries } from './company.queries.js';
import { LogoService } from './logo.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';

@Global()
@Module({
  controllers: [SettingsController, CompanyController],
  providers: [SettingsService, CompanyQueries, LogoService],
  exports: [SettingsService, LogoService],
})
export class SettingsModule {}
