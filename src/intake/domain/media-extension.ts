const VIDEO = [
  'mp4',
  'm4v',
  'mov',
  'webm',
  'mkv',
  'avi',
  'mpg',
  'mpeg',
  'ts',
  'm2ts',
  'mts',
  '3gp',
  '3g2',
  'flv',
];
const MORE_VIDEO = ['f4v', 'wmv', 'asf', 'ogv', 'vob', 'mxf', 'm3u8', 'mpd'];
const AUDIO = ['mp3', 'm4a', 'aac', 'wav', 'flac', 'oga', 'ogg', 'opus', 'amr'];
const IMAGE = ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'bmp', 'tif', 'tiff'];

const EXTENSIONS: ReadonlySet<string> = new Set([...VIDEO, ...MORE_VIDEO, ...AUDIO, ...IMAGE]);

/** Whether the path's last segment is named like a media file. What it really is, only its bytes say. */
export function isMediaPath(segments: readonly string[]): boolean {
  const extension = /\.([a-z0-9]{2,4})$/i.exec(segments.at(-1) ?? '')?.[1];
  return extension !== undefined && EXTENSIONS.has(extension.toLowerCase());
}
