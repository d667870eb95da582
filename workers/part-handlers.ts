import type { Logger } from 'pino';
import { AcquireClip, FetchChain } from '../src/acquisition/worker.js';
import {
  CheckClip,
  FindMatches,
  FrameTextReader,
  MatchClip,
  MatchIndexClient,
  RULES,
  RunStage,
  SearchArchive,
  stageEntries,
  type PlaceFinder,
  type StageEnvironment,
} from '../src/analysis/worker.js';
import type { ClipChange, PartHandler } from '../src/clips/worker.js';
import { FindPlaces } from '../src/geo/worker.js';
import { isPlatformLink } from '../src/intake/worker.js';
import { vendoredExiftoolPath } from '../src/media/exiftool.js';
import { createToolRunner, type SandboxedToolRunner } from '../src/media/tool-runner.js';
import type { Config } from '../src/platform/config/config.js';
import { EgressGuard, parseEgressAllow } from '../src/platform/egress/index.js';
import type { ObjectStore } from '../src/platform/storage/object-store.js';

export interface PartHandlers {
  readonly byPart: ReadonlyMap<string, PartHandler>;
  readonly sandboxTier: number;
  /** A second decoder thread serves a lone clip's latency and only costs when others wait for the core. */
  countRunning(frames: () => number): void;
  close(): Promise<void>;
}

export async function makePartHandlers(surroundings: {
  config: Config;
  change: ClipChange;
  store: ObjectStore;
  scratchRoot: string;
  logger: Logger;
}): Promise<PartHandlers> {
  const { config, change, store, scratchRoot, logger } = surroundings;
  const tools = await openTools(config, logger);
  const index = new MatchIndexClient(config.dataDir);
  let framesRunning = () => 1;
  const environment: StageEnvironment = {
    change,
    store,
    tools,
    scratchRoot,
    settings: () => ({
      codecPolicy: config.codecPolicy,
      maxClipSeconds: config.maxClipSeconds,
      decoderThreads: framesRunning() <= 1 ? 2 : 1,
    }),
  };
  const entries = stageEntries();
  const stages = new Map(Object.entries(entries).map(([id, { stage }]) => [id, stage]));
  const acquire = new AcquireClip(
    change,
    store,
    new FetchChain(isPlatformLink),
    new EgressGuard(parseEgressAllow(config.egressAllow)),
    tools,
    { maxClipBytes: config.maxClipBytes, scratchRoot },
  );
  const text = new FrameTextReader({ db: change.db, store, tools, scratchRoot, ocr: config.ocr });
  const match = new MatchClip(
    change.db,
    new FindMatches(change.db, new SearchArchive(change.db, store, index)),
  );
  const places = placesOf(new FindPlaces(change.db, config));
  return {
    sandboxTier: tools.tier,
    byPart: new Map<string, PartHandler>([
      ['acquire', acquire],
      ['match', match],
      ['checks', new CheckClip({ db: change.db, store, places, text }, RULES, logger)],
      ...Object.entries(entries).map(([part, entry]): [string, PartHandler] => [
        part,
        new RunStage(environment, entry, stages),
      ]),
    ]),
    countRunning: (count) => {
      framesRunning = count;
    },
    close: () => index.close(),
  };
}

/** A handful: rules list them in sentences. */
const MOST_PLACES = 20;

function placesOf(gazetteer: FindPlaces): PlaceFinder {
  return {
    find: async (name, near) => {
      // Longer ones are descriptions.
      if (name.trim() === '' || name.length > 200) return { candidates: [], complete: true };
      const { items, ready } = await gazetteer.execute(name, near, MOST_PLACES);
      const candidates = items.map((place) => ({
        id: place.id,
        name: place.name,
        countryCode: place.country?.code ?? null,
        latDeg: place.lat,
        lonDeg: place.lon,
        similarity: place.similarity,
      }));
      return { candidates, complete: ready };
    },
  };
}

async function openTools(config: Config, logger: Logger): Promise<SandboxedToolRunner> {
  const { ffmpeg, ffprobe, exiftool, ytdlp, tesseract } = config.toolPaths;
  return createToolRunner({
    paths: {
      ffmpeg: ffmpeg ?? 'ffmpeg',
      ffprobe: ffprobe ?? 'ffprobe',
      exiftool: exiftool ?? vendoredExiftoolPath(),
      ytdlp: ytdlp ?? 'yt-dlp',
      tesseract: config.ocr === 'off' ? undefined : (tesseract ?? 'tesseract'),
    },
    minTier: config.sandboxMinTier,
    logger,
  });
}
