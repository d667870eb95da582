import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Access, CurrentPrincipal, type Principal } from '../../identity/index.js';
import { Creates } from '../../platform/http/route.decorator.js';
import { Uuid } from '../../platform/http/validation.js';
import { JudgeClaim } from './judge-claim.js';
import { Assessment, AssessmentList, JudgementRequest, Ruling, RulingList } from './judgement.contract.js';
import { presentAssessment, presentRuling, ReadJudgements } from './read-judgements.js';

@Controller()
export class JudgementsController {
  constructor(
    private readonly judge: JudgeClaim,
    private readonly reader: ReadJudgements,
  ) {}

  @Post('claims/:id/assessments')
  @Access()
  @Creates(Assessment)
  async assess(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: JudgementRequest }) body: JudgementRequest,
  ): Promise<Assessment> {
    return presentAssessment(await this.judge.execute(principal, 'assessment', id, body), true);
  }

  @Post('claims/:id/ruling')
  @Access()
  @Creates(Ruling)
  async rule(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: JudgementRequest }) body: JudgementRequest,
  ): Promise<Ruling> {
    return presentRuling(await this.judge.execute(principal, 'ruling', id, body));
  }

  /** In the order in which they were made, superseded ones among them. A blind case withholds those of others. */
  @Get('claims/:id/assessments')
  @Access('read')
  @ApiOkResponse({ standardSchema: AssessmentList })
  assessments(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<AssessmentList> {
    return this.reader.assessmentsOfClaim(principal, id);
  }

  @Get('claims/:id/rulings')
  @Access('read')
  @ApiOkResponse({ standardSchema: RulingList })
  rulings(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<RulingList> {
    return this.reader.rulingsOfClaim(principal, id);
  }

  @Get('clips/:id/assessments')
  @Access('read')
  @ApiOkResponse({ standardSchema: AssessmentList })
  assessmentsOfClip(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<AssessmentList> {
    return this.reader.assessmentsOfClip(principal, id);
  }
}
