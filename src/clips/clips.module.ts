import { Module } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import type { Database } from '../platform/db/database.js';
import { DATABASE } from '../platform/platform.tokens.js';
import { ClipChange } from './clip-change.js';
import { StatusBoard } from './status-board.js';
import { StatusController } from './status.controller.js';
import { SteerClip } from './steer-clip.js';

@Module({
  controllers: [StatusController],
  providers: [
    StatusBoard,
    SteerClip,
    {
      provide: ClipChange,
      inject: [DATABASE, CustodyLog],
      useFactory: (db: Database, custody: CustodyLog) => new ClipChange(db, custody),
    },
  ],
  exports: [ClipChange, StatusBoard],
})
export class ClipsModule {}
