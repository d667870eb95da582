import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../identity/index.js';
import { answerDistance, answerTimezone } from './earth-answers.js';
import { DistanceAnswer, ShadowAnswer, SunAnswer, TimezoneAnswer } from './kit-answers.contract.js';
import { DistanceQuery, ShadowInput, SunQuery, TimezoneQuery } from './kit.contract.js';
import { pointOf } from './point.contract.js';
import { answerShadow } from './shadow-answer.js';
import { answerSun } from './sky-answer.js';

/** Sun, shadow, time zone, distance: nothing is kept, and whoever may read anything may ask. */
@Controller()
export class KitController {
  @Get('sun')
  @Access('read')
  @ApiOkResponse({ standardSchema: SunAnswer })
  sun(@Query({ schema: SunQuery }) { at = now(), ...point }: z.infer<typeof SunQuery>): SunAnswer {
    return answerSun({ ...point, at });
  }

  @Post('shadow')
  @HttpCode(200)
  @Access('read')
  @ApiOkResponse({ standardSchema: ShadowAnswer })
  shadow(@Body({ schema: ShadowInput }) body: ShadowInput): Promise<ShadowAnswer> {
    return answerShadow(body);
  }

  @Get('timezone')
  @Access('read')
  @ApiOkResponse({ standardSchema: TimezoneAnswer })
  timezone(
    @Query({ schema: TimezoneQuery }) { at = now(), ...point }: z.infer<typeof TimezoneQuery>,
  ): TimezoneAnswer {
    return answerTimezone({ ...point, at });
  }

  @Get('distance')
  @Access('read')
  @ApiOkResponse({ standardSchema: DistanceAnswer })
  distance(@Query({ schema: DistanceQuery }) { from, to }: z.infer<typeof DistanceQuery>): DistanceAnswer {
    return answerDistance({ from: asWritten(from), to: asWritten(to) });
  }
}

function now(): string {
  return new Date().toISOString();
}

function asWritten(text: string): { lat: number; lon: number } {
  const { latDeg, lonDeg } = pointOf(text);
  return { lat: latDeg, lon: lonDeg };
}
