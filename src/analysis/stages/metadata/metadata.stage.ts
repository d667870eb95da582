import { open } from 'node:fs/promises';
import { readContentCredentials } from '../../../media/content-credentials.js';
import { readEmbeddedTags, type EmbeddedTags } from '../../../media/exiftool.js';
import { probeFile } from '../../../media/ffprobe.js';
import { TagBudget } from '../../../media/plain-text.js';
import { sniffMedia } from '../../../media/sniff.js';
import type { ToolRecord, ToolRunner } from '../../../media/tool.js';
import { PartError } from '../../../shared/errors.js';
import type { Stage, StageInput, StageOutcome, StageResult } from '../../pipeline/stage.js';
import { deviceOf, encodersOf } from './domain/device-of.js';
import { gpsOf } from './domain/gps-of.js';
import { notesOf } from './domain/notes-of.js';
import { timesOf } from './domain/times-of.js';
import type { MetadataOutput } from './metadata.contract.js';

const SNIFFED_BYTES = 8192;

interface ReadTags {
  readonly tags: EmbeddedTags;
  readonly source: MetadataOutput['tagSource'];
  readonly records: readonly ToolRecord[];
  readonly warnings: readonly string[];
}

/** What the file says of itself: place, times, device, encoder, content credentials. See README.md for what that is worth. */
export class MetadataStage implements Stage<MetadataOutput> {
  readonly id = 'metadata';
  readonly version = 1;
  readonly needs: readonly string[] = [];

  async run(input: StageInput, tools: ToolRunner): Promise<StageResult<MetadataOutput>> {
    const read = await readTags(input, tools);
    input.onProgress(0.6);
    const { credentials, records } = await readContentCredentials(tools, {
      inputPath: input.originalPath,
      mediaType: await mediaTypeOf(input.originalPath),
      signal: input.signal,
    });
    const budget = new TagBudget();
    const facts = {
      gps: gpsOf(read.tags),
      times: timesOf(read.tags),
      device: deviceOf(read.tags),
      encoder: encodersOf(read.tags),
      tags: budget.take(read.tags),
      contentCredentials: credentials,
    };
    input.onProgress(1);
    return {
      outcome: outcomeOf(facts, read.source),
      output: { ...facts, tagSource: read.source, notes: notesOf(facts) },
      artefacts: [],
      toolRuns: [...read.records, ...records],
      warnings: [...read.warnings, ...budget.warnings()],
    };
  }
}

/** ExifTool's tags; ffprobe's fewer ones when it is missing or fails. */
async function readTags(input: StageInput, tools: ToolRunner): Promise<ReadTags> {
  const { originalPath: inputPath, signal } = input;
  try {
    const { tags, records, complaints, isReduced } = await readEmbeddedTags(tools, { inputPath, signal });
    const warnings = complaints.map((complaint) => `exiftool: ${complaint}`);
    if (isReduced) warnings.push('The embedded tags are too many; only place, time and device were read.');
    return { tags, records, warnings, source: 'exiftool' };
  } catch (error) {
    input.signal.throwIfAborted();
    if (!(error instanceof PartError)) throw error;
    return readTagsOfFfprobe(input, tools, error);
  }
}

async function readTagsOfFfprobe(input: StageInput, tools: ToolRunner, cause: PartError): Promise<ReadTags> {
  const warning = `exiftool could not be used (${cause.publicMessage}); only the tags that ffprobe knows were read.`;
  const { codecPolicy } = input.settings;
  try {
    const { document, runs } = await probeFile(tools, {
      inputPath: input.originalPath,
      codecPolicy,
      signal: input.signal,
    });
    const streams = document.streams.flatMap(({ index, tags }) => named(`Stream${index}`, tags));
    const tags = Object.fromEntries([...named('Format', document.format.tags), ...streams]);
    return { tags, records: runs, warnings: [warning], source: 'ffprobe' };
  } catch (error) {
    input.signal.throwIfAborted();
    if (!(error instanceof PartError)) throw error;
    const warnings = [warning, `ffprobe failed, too: ${error.publicMessage}`];
    return { tags: {}, records: [], warnings, source: 'none' };
  }
}

function named(group: string, tags: EmbeddedTags): [string, string][] {
  return Object.entries(tags).map(([name, value]) => [`${group}:${name}`, value]);
}

function outcomeOf(
  facts: Omit<MetadataOutput, 'tagSource' | 'notes'>,
  source: MetadataOutput['tagSource'],
): StageOutcome {
  const { gps, times, device, encoder, contentCredentials } = facts;
  if (source !== 'exiftool') return 'inconclusive';
  const hasCredentials = ['valid', 'invalid'].includes(contentCredentials.state);
  const hasAny = gps !== null || device !== null || times.length + encoder.length > 0;
  return hasAny || hasCredentials ? 'found' : 'not_found';
}

async function mediaTypeOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return sniffMedia(buffer.subarray(0, bytesRead))?.mediaType ?? 'video/mp4';
  } finally {
    await file.close();
  }
}
