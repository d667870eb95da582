/** A schema.org VideoObject, as far as it is of use here. Texts as the page has them. */
export interface LinkedVideo {
  readonly contentUrl?: string;
  readonly name?: string;
  readonly description?: string;
  readonly uploadDate?: string;
  readonly author?: string;
}

const MAX_DEPTH = 12;
const MAX_VIDEOS = 20;

/** Every VideoObject in one JSON-LD script, wherever it is nested; nothing when the text is no JSON. */
export function linkedVideos(text: string): readonly LinkedVideo[] {
  const found: LinkedVideo[] = [];
  collect(parsed(text), 0, found);
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    // Pages do carry broken JSON-LD; its other ways of naming the video still count.
    return undefined;
  }
}

function collect(value: unknown, depth: number, found: LinkedVideo[]): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || found.length >= MAX_VIDEOS) return;
  if (!Array.isArray(value) && isVideo(value)) found.push(videoOf(value));
  for (const part of Object.values(value)) collect(part, depth + 1, found);
}

function isVideo(value: object): boolean {
  const type: unknown = Reflect.get(value, '@type');
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((one) => typeof one === 'string' && /(?:^|[/:])VideoObject$/.test(one));
}

function videoOf(value: object): LinkedVideo {
  const author = textOf(value, 'author') ?? nameOf(value, 'author') ?? nameOf(value, 'creator');
  return {
    ...optional('contentUrl', textOf(value, 'contentUrl')),
    ...optional('name', textOf(value, 'name')),
    ...optional('description', textOf(value, 'description')),
    ...optional('uploadDate', textOf(value, 'uploadDate')),
    ...optional('author', author),
  };
}

function optional(key: keyof LinkedVideo, value: string | undefined): Partial<LinkedVideo> {
  return value === undefined ? {} : { [key]: value };
}

function textOf(value: object, key: string): string | undefined {
  const found: unknown = Reflect.get(value, key);
  const first: unknown = Array.isArray(found) ? found[0] : found;
  return typeof first === 'string' ? first : undefined;
}

function nameOf(value: object, key: string): string | undefined {
  const found: unknown = Reflect.get(value, key);
  const first: unknown = Array.isArray(found) ? found[0] : found;
  return typeof first === 'object' && first !== null ? textOf(first, 'name') : undefined;
}
