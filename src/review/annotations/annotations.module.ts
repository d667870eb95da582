import { Module } from '@nestjs/common';
import { ClipsModule } from '../../clips/index.js';
import { AnnotationAccess } from './annotation-access.js';
import { AnnotationReader } from './annotation-reader.js';
import { AnnotationsController } from './annotations.controller.js';
import { ChangeAnnotation } from './change-annotation.js';
import { MakeAnnotation } from './make-annotation.js';

@Module({
  imports: [ClipsModule],
  controllers: [AnnotationsController],
  providers: [AnnotationAccess, AnnotationReader, ChangeAnnotation, MakeAnnotation],
})
export class AnnotationsModule {}
