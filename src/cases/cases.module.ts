import { Module } from '@nestjs/common';
import { CaseRepository } from './case.repository.js';
import { CasesController } from './cases.controller.js';
import { CreateCase } from './create-case.js';
import { UpdateCase } from './update-case.js';

@Module({
  controllers: [CasesController],
  providers: [CaseRepository, CreateCase, UpdateCase],
  exports: [CaseRepository, CreateCase],
})
export class CasesModule {}
