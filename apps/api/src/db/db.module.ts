import { Global, type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { dataSourceOptions } from './data-source.js';
import { Sweeps } from './sweeps.js';

@Global()
@Module({})
export class DbModule {
  static forRoot(): DynamicModule {
    const typeorm = TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ ...dataSourceOptions(config.database), retryAttempts: 1 }),
    });
    return { module: DbModule, imports: [typeorm], providers: [Sweeps], exports: [typeorm, Sweeps] };
  }
}
