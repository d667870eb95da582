import type { EmbeddedTags } from '../../../../media/exiftool.js';
import { plainText } from '../../../../media/plain-text.js';
import type { EmbeddedDevice } from '../metadata.contract.js';

const MAX_TEXT_BYTES = 256;
const MAX_ENCODERS = 50;

/** What filmed it, as the file states it; null when it names neither make nor model nor software. */
export function deviceOf(tags: EmbeddedTags): EmbeddedDevice | null {
  const device = {
    make: firstOf(
      tags,
      /:(Make|AndroidManufacturer|Manufacturer|com\.apple\.quicktime\.make|make)(-[a-z]{2,3})?$/,
    ),
    model: firstOf(
      tags,
      /:(Model|AndroidModel|CameraModelName|com\.apple\.quicktime\.model|model)(-[a-z]{2,3})?$/,
    ),
    software: firstOf(
      tags,
      /^(?!RIFF:).*:(Software|AndroidVersion|com\.apple\.quicktime\.software|com\.android\.version)(-[a-z]{2,3})?$/,
    ),
    lens: firstOf(tags, /:(LensModel|CameraLensModel|LensID)(-[a-z]{2,3})?$/),
  };
  return (device.make ?? device.model ?? device.software) ? device : null;
}

/** What wrote the file: muxers, encoders, handlers. */
export function encodersOf(tags: EmbeddedTags): { tag: string; value: string }[] {
  const name =
    /:(Encoder|EncodedBy|EncodingTool|MuxingApp|WritingApp|CompressorName|SoftwareVersion|encoder)(-[a-z]{2,3})?$|^RIFF:Software$/;
  return Object.entries(tags)
    .filter(([tag, value]) => name.test(tag) && value.trim() !== '')
    .slice(0, MAX_ENCODERS)
    .map(([tag, value]) => ({ tag, value: plainText(value, MAX_TEXT_BYTES) }));
}

function firstOf(tags: EmbeddedTags, name: RegExp): string | null {
  const found = Object.entries(tags).find(([tag, value]) => name.test(tag) && value.trim() !== '');
  return found ? plainText(found[1], MAX_TEXT_BYTES) : null;
}
