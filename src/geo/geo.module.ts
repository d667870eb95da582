import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { FindPlaces } from './gazetteer/find-places.js';
import { GazetteerImportsController } from './gazetteer/gazetteer-imports.controller.js';
import { GazetteerController } from './gazetteer/gazetteer.controller.js';
import { ImportPlaces } from './gazetteer/import-places.js';
import { Calculations } from './kit/calculations.js';
import { MapTilesController } from './map/map-tiles.controller.js';
import { KitController } from './kit/kit.controller.js';

@Module({
  imports: [IdentityModule],
  controllers: [GazetteerController, GazetteerImportsController, KitController, MapTilesController],
  providers: [FindPlaces, ImportPlaces, Calculations],
  exports: [Calculations, FindPlaces],
})
export class GeoModule {}
