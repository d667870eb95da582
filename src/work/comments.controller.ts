import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { requireCaseRole, reviewedCases } from '../cases/index.js';
import { ClipRepository } from '../clips/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { Creates } from '../platform/http/route.decorator.js';
import { PageQuery, pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { Comment, CommentPage, CommentRequest } from './comment.contract.js';
import { CommentRepository, type CommentRow } from './comment.repository.js';
import { WriteComment } from './write-comment.js';

@Controller()
export class CommentsController {
  readonly #clips = new ClipRepository();
  readonly #comments = new CommentRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly writeComment: WriteComment,
  ) {}

  @Post('clips/:id/comments')
  @Access()
  @Creates(Comment)
  async add(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: CommentRequest }) body: CommentRequest,
  ): Promise<Comment> {
    return present(await this.writeComment.add(principal, id, body));
  }

  /** Oldest first. */
  @Get('clips/:id/comments')
  @Access('read')
  @ApiOkResponse({ standardSchema: CommentPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Comment>> {
    const clip = await this.#clips.get(this.db, id);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    const page = { limit: query.limit + 1, cursor: query.cursor };
    return pageOf(await this.#comments.listForClip(this.db, principal, id, page), query.limit, present);
  }

  @Delete('comments/:id')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse({ description: 'Withdrawn: it stays in its place without its text.' })
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<void> {
    await this.writeComment.withdraw(principal, id);
  }

  /** Newest first. */
  @Get('me/mentions')
  @Access('read')
  @ApiOkResponse({ standardSchema: CommentPage })
  async mentions(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Comment>> {
    const page = { limit: query.limit + 1, cursor: query.cursor };
    const rows = await this.#comments.listMentions(this.db, principal, reviewedCases(principal), page);
    return pageOf(rows, query.limit, present);
  }
}

function present(row: CommentRow): Comment {
  const withdrawn = row.withdrawn_at !== null;
  return {
    id: row.id,
    caseId: row.case_id,
    clipId: row.clip_id,
    claimId: row.claim_id,
    inReplyTo: row.in_reply_to,
    text: withdrawn ? null : row.text,
    mentions: withdrawn ? [] : row.mentions,
    madeBy: row.made_by,
    createdAt: row.created_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  };
}
