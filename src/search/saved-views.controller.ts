import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { Creates } from '../platform/http/route.decorator.js';
import { Uuid } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ConflictError, NotFoundError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import { SavedView, SavedViewList, SavedViewRequest } from './saved-view.contract.js';
import { SavedViewRepository, type SavedViewRow } from './saved-view.repository.js';

const MOST_VIEWS = 100;

/** A person's own lists of clips. They tell of nobody's evidence, so they leave no custody event. */
@Controller('me/views')
export class SavedViewsController {
  readonly #views = new SavedViewRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: SavedViewList })
  async list(@CurrentPrincipal() principal: Principal): Promise<SavedViewList> {
    const rows = await this.#views.list(this.db, principal.userId);
    return { items: rows.map(present), nextCursor: null };
  }

  /** A name that the person has already takes the new query. */
  @Post()
  @Access()
  @Creates(SavedView)
  async save(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: SavedViewRequest }) { name, query }: SavedViewRequest,
  ): Promise<SavedView> {
    const kept = await this.#views.list(this.db, principal.userId);
    if (kept.length >= MOST_VIEWS && !kept.some((view) => view.name === name))
      throw new ConflictError('too_many_views', `Nobody keeps more than ${MOST_VIEWS} views: take one away.`);
    return present(await this.#views.put(this.db, { id: newId(), userId: principal.userId, name, query }));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse({ description: 'Gone.' })
  async remove(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<void> {
    if (!(await this.#views.delete(this.db, principal.userId, id)))
      throw new NotFoundError('not_found', 'There is no such view.');
  }
}

function present({ id, name, query, created_at: at }: SavedViewRow): SavedView {
  return { id, name, query, createdAt: at.toISOString() };
}
