import {
  Body,
  Controller,
  HttpCode,
  Post,
  Req,
  Res,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Clip, ClipReader } from '../clips/index.js';
import {
  Access,
  CallContext,
  CurrentPrincipal,
  Readmission,
  type AuthenticatedRequest,
  type Principal,
} from '../identity/index.js';
import { Idempotency, IdempotencyInterceptor } from '../platform/http/idempotency.js';
import { partsOf } from '../platform/http/multipart.js';
import { InvalidInputError } from '../shared/errors.js';
import { ReceiveUpload } from './receive-upload.js';
import { SubmitBatch } from './submit-batch.js';
import { SubmitClip, type Submitted } from './submit-clip.js';
import { BatchRequest, BatchResult, Submission } from './submission.contract.js';

@Controller('clips')
@ApiHeader({ name: 'Idempotency-Key', required: false })
export class IntakeController {
  constructor(
    private readonly submitClip: SubmitClip,
    private readonly submitBatch: SubmitBatch,
    private readonly receiveUpload: ReceiveUpload,
    private readonly idempotency: Idempotency,
    private readonly reader: ClipReader,
    private readonly readmission: Readmission,
  ) {}

  @Post()
  @HttpCode(202)
  @Access('submit')
  @UseInterceptors(IdempotencyInterceptor)
  @ApiAcceptedResponse({ standardSchema: Clip })
  @ApiOkResponse({ standardSchema: Clip, description: 'The link was known; its clip, with duplicateOf set.' })
  async submit(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: Submission }) body: Submission,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clip> {
    return this.#answer(principal, reply, await this.submitClip.execute(principal, body, 'link'));
  }

  @Post('batch')
  @HttpCode(200)
  @Access('submit')
  @UseInterceptors(IdempotencyInterceptor)
  @ApiOkResponse({ standardSchema: BatchResult })
  async batch(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: BatchRequest }) body: BatchRequest,
  ): Promise<z.infer<typeof BatchResult>> {
    return { results: await this.submitBatch.execute(principal, body.items) };
  }

  @Post('upload')
  @HttpCode(202)
  @Access('submit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        submission: { type: 'string', description: 'A submission as JSON; its url is optional.' },
      },
    },
  })
  @ApiAcceptedResponse({ standardSchema: Clip })
  @ApiOkResponse({ standardSchema: Clip, description: 'The link was known; its clip, with duplicateOf set.' })
  async upload(
    @CallContext() call: ExecutionContext,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clip> {
    if (!request.isMultipart())
      throw new InvalidInputError('invalid_request', 'Send the file as multipart/form-data.');
    const { submission, upload } = await this.receiveUpload.execute(partsOf(request));
    // Hours may lie between the first byte and the last.
    const principal = await this.readmission.require(call);
    const content = { submission, sha256: upload.object.sha256Hex, fileName: upload.fileName };
    return this.idempotency.once(
      request,
      reply,
      async () =>
        this.#answer(
          principal,
          reply,
          await this.submitClip.execute(principal, submission, 'upload', upload),
        ),
      content,
    );
  }

  async #answer(principal: Principal, reply: FastifyReply, submitted: Submitted): Promise<Clip> {
    void reply
      .status(submitted.duplicate ? 200 : 202)
      .header('location', `/api/v1/clips/${submitted.clipId}`);
    const clip = await this.reader.read(principal, submitted.clipId);
    return submitted.duplicate ? { ...clip, duplicateOf: clip.id } : clip;
  }
}
