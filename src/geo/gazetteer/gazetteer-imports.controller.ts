import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  AdminAccess,
  CurrentPrincipal,
  type AuthenticatedRequest,
  type Principal,
} from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { partsOf } from '../../platform/http/multipart.js';
import { pageOf, PageQuery, Uuid, type Page } from '../../platform/http/validation.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { InvalidInputError } from '../../shared/errors.js';
import { GazetteerImport, GazetteerImportPage } from './gazetteer.contract.js';
import { GazetteerImportRepository, presentImport } from './gazetteer-import.repository.js';
import { IMPORT_BYTES, ImportPlaces } from './import-places.js';

@Controller('gazetteer/imports')
export class GazetteerImportsController {
  readonly #imports = new GazetteerImportRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly importPlaces: ImportPlaces,
  ) {}

  /** The same table again changes nothing but the record of it: no `Idempotency-Key` is needed. */
  @Post()
  @HttpCode(201)
  @AdminAccess()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: {
          type: 'string',
          format: 'binary',
          description:
            "At most 256 MiB and 500 000 rows, UTF-8: a table of GeoNames' form, or comma-separated with a head that names name, lat and lon (and names, country, admin1, population, feature, geonameid).",
        },
      },
    },
  })
  @ApiCreatedResponse({ standardSchema: GazetteerImport })
  async add(
    @CurrentPrincipal() principal: Principal,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GazetteerImport> {
    if (!request.isMultipart())
      throw new InvalidInputError('invalid_request', 'Send the file as multipart/form-data.');
    const made = await this.importPlaces.execute(principal, partsOf(request, { fileSize: IMPORT_BYTES }));
    void reply.header('location', `/api/v1/gazetteer/imports/${made.id}`);
    return presentImport(made);
  }

  /** Newest first. */
  @Get()
  @AdminAccess()
  @ApiOkResponse({ standardSchema: GazetteerImportPage })
  async list(@Query({ schema: PageQuery }) query: PageQuery): Promise<Page<GazetteerImport>> {
    const rows = await this.#imports.list(this.db, { cursor: query.cursor, limit: query.limit + 1 });
    return pageOf(rows, query.limit, presentImport);
  }

  @Get(':id')
  @AdminAccess()
  @ApiOkResponse({ standardSchema: GazetteerImport })
  async get(@Param('id', { schema: Uuid }) id: string): Promise<GazetteerImport> {
    return presentImport(await this.#imports.get(this.db, id));
  }
}
