import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { CaseRepository } from './case.repository.js';
import { CasesController } from './cases.controller.js';
import { CreateCase } from './create-case.js';
import { MemberRepository } from './member.repository.js';
import { MembersController } from './members.controller.js';
import { PutMember } from './put-member.js';
import { RemoveMember } from './remove-member.js';
import { UpdateCase } from './update-case.js';

@Module({
  imports: [IdentityModule],
  controllers: [CasesController, MembersController],
  providers: [CaseRepository, MemberRepository, CreateCase, UpdateCase, PutMember, RemoveMember],
  exports: [CaseRepository, MemberRepository, CreateCase],
})
export class CasesModule {}
