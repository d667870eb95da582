import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AnalysisModule } from './analysis/index.js';
import type { ApiResources } from './api-resources.js';
import { CasesModule } from './cases/index.js';
import { ClipsModule } from './clips/index.js';
import { CustodyLog, PrivateVault } from './custody/index.js';
import { DashboardModule } from './dashboard/index.js';
import { FindingsModule } from './findings/index.js';
import { GeoModule } from './geo/index.js';
import { IdentityModule } from './identity/index.js';
import { IntakeModule } from './intake/index.js';
import { ApiDescriptionController } from './health/api-description.controller.js';
import { HealthController } from './health/health.controller.js';
import { Idempotency, IdempotencyInterceptor } from './platform/http/idempotency.js';
import { ApiDescription } from './platform/http/openapi.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { validationPipe } from './platform/http/validation.js';
import {
  CONFIG,
  DATABASE,
  DATABASE_POOL,
  NOTIFICATIONS,
  OBJECT_STORE,
  QUEUE,
} from './platform/platform.tokens.js';
import { ReviewModule } from './review/index.js';
import { SearchModule } from './search/index.js';
import { SourcesModule } from './sources/index.js';
import { WorkModule } from './work/index.js';

/** What every room may ask for. */
@Global()
@Module({})
class PlatformModule {
  static with(resources: ApiResources): DynamicModule {
    const shared = [
      { provide: CONFIG, useValue: resources.config },
      { provide: DATABASE, useValue: resources.database.db },
      { provide: DATABASE_POOL, useValue: resources.database.pool },
      { provide: NOTIFICATIONS, useValue: resources.notifications },
      { provide: OBJECT_STORE, useValue: resources.store },
      { provide: QUEUE, useValue: resources.queues },
      { provide: CustodyLog, useValue: resources.custody },
      { provide: PrivateVault, useValue: resources.vault },
      ApiDescription,
      Idempotency,
      IdempotencyInterceptor,
    ];
    return { module: PlatformModule, providers: shared, exports: shared };
  }
}

/** The API process: the front doors of the features, wiring only. */
@Module({})
export class AppModule {
  static with(resources: ApiResources): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(resources),
        IdentityModule,
        GeoModule,
        CasesModule,
        ClipsModule,
        FindingsModule,
        IntakeModule,
        AnalysisModule,
        SourcesModule,
        WorkModule,
        ReviewModule,
        SearchModule,
        DashboardModule,
      ],
      controllers: [HealthController, ApiDescriptionController],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}
