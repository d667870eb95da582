import { Controller, HttpCode, Param, Post, Req, Res, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Access,
  CallContext,
  CurrentPrincipal,
  Readmission,
  type AuthenticatedRequest,
  type Principal,
} from '../identity/index.js';
import { Idempotency } from '../platform/http/idempotency.js';
import { partsOf } from '../platform/http/multipart.js';
import { Uuid } from '../platform/http/validation.js';
import { InvalidInputError } from '../shared/errors.js';
import { AddFile } from './add-file.js';
import { EvidenceFile } from './finding.contract.js';
import { EVIDENCE_FILE_BYTES } from './receive-file.js';

@Controller('clips/:id/files')
export class EvidenceFilesController {
  constructor(
    private readonly addFile: AddFile,
    private readonly idempotency: Idempotency,
    private readonly readmission: Readmission,
  ) {}

  @Post()
  @HttpCode(201)
  @Access()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary', description: 'At most 64 MiB.' } },
    },
  })
  @ApiCreatedResponse({ standardSchema: EvidenceFile })
  async add(
    @CurrentPrincipal() principal: Principal,
    @CallContext() call: ExecutionContext,
    @Param('id', { schema: Uuid }) id: string,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceFile> {
    await this.addFile.requireAllowed(principal, id);
    if (!request.isMultipart())
      throw new InvalidInputError('invalid_request', 'Send the file as multipart/form-data.');
    const file = await this.addFile.take(partsOf(request, { fileSize: EVIDENCE_FILE_BYTES }));
    // The body may have taken its time: whoever was let in at its beginning may be so no more.
    const present = await this.readmission.require(call);
    const content = { id, sha256: file.object.sha256Hex, fileName: file.fileName, mediaType: file.mediaType };
    return this.idempotency.once(
      request,
      reply,
      async () => {
        const added = await this.addFile.execute(present, id, file);
        const url = `/api/v1/artefacts/${added.id}`;
        void reply.header('location', url);
        return {
          id: added.id,
          sha256: added.object.sha256Hex,
          sizeBytes: added.object.sizeBytes,
          mediaType: added.mediaType,
          fileName: added.fileName,
          url,
        };
      },
      content,
    );
  }
}
