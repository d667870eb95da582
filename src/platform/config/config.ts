import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const GIB = 1024 ** 3;

/** Each takes up to 17 of the embedded database's 100 connections (measured: 73 with four under load). */
const MOST_WORKERS = 4;

/** One schema reads every setting. Names and defaults are the contract's §1; `.env.example` lists them. */
const Settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// URL')
    .optional(),
  STORAGE_URL: z
    .undefined({
      error: 'S3 storage is not available in this version: leave it unset to store in DATA_DIR/objects',
    })
    .optional(),
  ADMIN_TOKEN: z.string().min(20, 'must have at least 20 characters').optional(),
  PUBLIC_URL: z
    .string()
    .refine(isPlainOrigin, { error: 'must be the http(s) address that people open, without a path' })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9a-f.:/, ]+$/i, 'must be a comma list of addresses or networks')
    .optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the http(s) address of the issuer' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  EGRESS_ALLOW: z.string().default(''),
  MAX_CLIP_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(4 * GIB),
  MAX_CLIP_SECONDS: z.coerce
    .number()
    .int()
    .positive()
    .default(6 * 3600),
  REVIEWS_REQUIRED: z.coerce.number().int().min(1).max(9).default(2),
  CODEC_POLICY: z.enum(['common', 'all']).default('common'),
  SANDBOX_MIN_TIER: z.coerce.number().int().min(0).max(3).default(1),
  YTDLP_PATH: z.string().optional(),
  FFMPEG_PATH: z.string().optional(),
  FFPROBE_PATH: z.string().optional(),
  EXIFTOOL_PATH: z.string().optional(),
  GAZETTEER: z
    .string()
    .refine((text) => ['builtin', 'none'].includes(text) || text.startsWith('/'), {
      error: 'must be "builtin", "none" or the absolute path of a table in the form of GeoNames',
    })
    .default('builtin'),
  MAP_TILES: z
    .string()
    .refine((text) => text.startsWith('/') && text.endsWith('.pmtiles'), {
      error: 'must be the absolute path of a .pmtiles archive',
    })
    .optional(),
  TESSERACT_PATH: z.string().optional(),
  OCR: z.enum(['auto', 'off']).default('auto'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WORKERS: z.coerce.number().int().min(1).max(MOST_WORKERS).default(1),
  WORKER_ID: z.uuid().optional(),
});

export type SandboxTierSetting = 0 | 1 | 2 | 3;

export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly adminToken: string | null;
  /** Where people reach the desk, when that is not where it listens (a reverse proxy). */
  readonly publicUrl: URL | null;
  /** Proxies whose word is taken for where a request came from; null: nobody's. */
  readonly trustedProxies: string | null;
  /** The identity provider that may vouch for people. */
  readonly oidc: OidcSettings | null;
  readonly egressAllow: string;
  readonly maxClipBytes: number;
  readonly maxClipSeconds: number;
  /** Independent assessments that conclude a claim. */
  readonly reviewsRequired: number;
  readonly codecPolicy: 'common' | 'all';
  readonly sandboxMinTier: SandboxTierSetting;
  readonly toolPaths: {
    readonly ytdlp: string | null;
    readonly ffmpeg: string | null;
    readonly ffprobe: string | null;
    readonly exiftool: string | null;
    readonly tesseract: string | null;
  };
  /** Where the places that come with the desk are read from: `builtin`, `none` or a file. */
  readonly gazetteer: string;
  /** An archive of map tiles (PMTiles) to be shown below everything else on maps. */
  readonly mapTiles: string | null;
  /** Read what is written in pictures, when the engine is installed. */
  readonly ocr: 'auto' | 'off';
  readonly logLevel: string;
  /** Worker processes of `npm start`. */
  readonly workers: number;
  /** Identity of this worker process, given by its supervisor. */
  readonly workerId: string | null;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads settings from the environment; `NAME_FILE=path` gives any of them by file (for container secrets).
 * @throws ConfigError naming every setting that is wrong, never its value.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Settings.safeParse(collect(env));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Settings are not usable:\n  ${lines.join('\n  ')}`);
  }
  const s = parsed.data;
  return {
    host: s.HOST,
    port: s.PORT,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL ?? null,
    redisUrl: s.REDIS_URL ?? null,
    adminToken: s.ADMIN_TOKEN ?? null,
    publicUrl: s.PUBLIC_URL === undefined ? null : new URL(s.PUBLIC_URL),
    trustedProxies: s.TRUSTED_PROXIES ?? null,
    oidc: oidcSettings(s),
    egressAllow: s.EGRESS_ALLOW,
    maxClipBytes: s.MAX_CLIP_BYTES,
    maxClipSeconds: s.MAX_CLIP_SECONDS,
    reviewsRequired: s.REVIEWS_REQUIRED,
    codecPolicy: s.CODEC_POLICY,
    sandboxMinTier: s.SANDBOX_MIN_TIER as SandboxTierSetting,
    toolPaths: {
      ytdlp: s.YTDLP_PATH ?? null,
      ffmpeg: s.FFMPEG_PATH ?? null,
      ffprobe: s.FFPROBE_PATH ?? null,
      exiftool: s.EXIFTOOL_PATH ?? null,
      tesseract: s.TESSERACT_PATH ?? null,
    },
    gazetteer: s.GAZETTEER,
    mapTiles: s.MAP_TILES ?? null,
    ocr: s.OCR,
    logLevel: s.LOG_LEVEL,
    workers: s.WORKERS,
    workerId: s.WORKER_ID ?? null,
  };
}

function isPlainOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

/** All four or none: with one missing nobody could sign in, and the first to notice would be the people. */
function oidcSettings(s: z.infer<typeof Settings>): OidcSettings | null {
  const given = [s.OIDC_ISSUER, s.OIDC_CLIENT_ID, s.OIDC_CLIENT_SECRET];
  if (given.every((value) => value === undefined)) return null;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, PUBLIC_URL } = s;
  if (
    issuer === undefined ||
    clientId === undefined ||
    clientSecret === undefined ||
    PUBLIC_URL === undefined
  ) {
    throw new ConfigError(
      'Settings are not usable:\n  OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL: set all four or none of the OIDC ones',
    );
  }
  return { issuer: new URL(issuer), clientId, clientSecret };
}

function collect(env: NodeJS.ProcessEnv): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(Settings.shape)) {
    const direct = env[name];
    const file = env[`${name}_FILE`];
    if (direct !== undefined && direct !== '') values[name] = direct;
    else if (file !== undefined && file !== '') values[name] = readSecretFile(name, file);
  }
  return values;
}

function readSecretFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new ConfigError(`${name}_FILE cannot be read`, { cause });
  }
}
