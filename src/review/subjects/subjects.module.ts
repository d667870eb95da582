import { Module } from '@nestjs/common';
import { CreateSubject } from './create-subject.js';
import { SubjectReader } from './subject-reader.js';
import { SubjectsController } from './subjects.controller.js';
import { UpdateSubject } from './update-subject.js';

@Module({
  controllers: [SubjectsController],
  providers: [CreateSubject, SubjectReader, UpdateSubject],
})
export class SubjectsModule {}
