import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Access } from '../../identity/index.js';
import { pointOf } from '../kit/point.contract.js';
import { FindPlaces } from './find-places.js';
import { GazetteerAnswer, GazetteerQuery } from './gazetteer.contract.js';

@Controller('gazetteer')
export class GazetteerController {
  constructor(private readonly places: FindPlaces) {}

  /** Places of that name, in any script and spelling; best first. */
  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: GazetteerAnswer })
  find(@Query({ schema: GazetteerQuery }) { q, near, limit }: GazetteerQuery): Promise<GazetteerAnswer> {
    return this.places.execute(q, near === undefined ? null : pointOf(near), limit);
  }
}
