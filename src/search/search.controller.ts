import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import { SearchPage, SearchRequest } from './search.contract.js';
import { SearchWords } from './search-words.js';

@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchWords) {}

  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: SearchPage })
  find(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: SearchRequest }) request: SearchRequest,
  ): Promise<z.infer<typeof SearchPage>> {
    return this.search.execute(principal, request);
  }
}
