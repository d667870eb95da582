import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { Topics, TopicsRequest } from './topics.contract.js';
import { listTopics, replaceTopics } from './topics.repository.js';

/** What somebody does not want to be given: theirs alone to read and to change. */
@Controller('me/topics')
export class TopicsController {
  constructor(@InjectDatabase() private readonly db: Database) {}

  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: Topics })
  async list(@CurrentPrincipal() principal: Principal): Promise<Topics> {
    return { topics: await listTopics(this.db, principal.userId) };
  }

  @Put()
  @Access()
  @ApiOkResponse({ standardSchema: Topics })
  async replace(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: TopicsRequest }) { topics }: TopicsRequest,
  ): Promise<Topics> {
    await replaceTopics(this.db, principal.userId, topics);
    return this.list(principal);
  }
}
