import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Access } from '../identity/index.js';
import { ApiDescription } from '../platform/http/openapi.js';

@Controller()
export class ApiDescriptionController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @Access('read', 'submit', 'dashboard')
  @ApiOkResponse({ description: 'This document.' })
  document(): object {
    return this.description.document;
  }
}
