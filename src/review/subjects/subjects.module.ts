import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations/annotations.module.js';
import { CreateSubject } from './create-subject.js';
import { SubjectReader } from './subject-reader.js';
import { SubjectsController } from './subjects.controller.js';
import { UpdateSubject } from './update-subject.js';

@Module({
  imports: [AnnotationsModule],
  controllers: [SubjectsController],
  providers: [CreateSubject, SubjectReader, UpdateSubject],
})
export class SubjectsModule {}
