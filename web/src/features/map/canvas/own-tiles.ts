import { PMTiles, TileType, type RangeResponse, type Source } from 'pmtiles';
import { authorisation } from '@/api/client';

export interface OwnTiles {
  readonly archive: PMTiles;
  readonly kind: 'vector' | 'raster';
  readonly maxZoom: number;
  /** Names of the layers that a vector archive says it has. */
  readonly layers: ReadonlySet<string>;
}

/** The desk's own archive, read through the page's session. */
class DeskSource implements Source {
  constructor(private readonly url: string) {}

  getKey = () => this.url;

  getBytes = async (offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> => {
    const response = await fetch(this.url, {
      headers: { ...authorisation(), range: `bytes=${offset}-${offset + length - 1}` },
      ...(signal === undefined ? {} : { signal }),
    });
    // A whole archive in one answer would be gigabytes.
    if (response.status !== 206) throw new Error(`the desk's map tiles answered ${response.status}`);
    return { data: await response.arrayBuffer() };
  };
}

/** @throws Error when the archive cannot be read, or holds a kind of tile that is not drawn. */
export async function openOwnTiles(url: string): Promise<OwnTiles> {
  const archive = new PMTiles(new DeskSource(url));
  const header = await archive.getHeader();
  const { tileType, maxZoom } = header;
  if ([TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif].includes(tileType))
    return { archive, kind: 'raster', maxZoom, layers: new Set() };
  if (tileType !== TileType.Mvt) throw new Error('the archive holds a kind of tile that is not drawn');
  const { vector_layers: layers } = ((await archive.getMetadata()) ?? {}) as {
    vector_layers?: { id?: string }[];
  };
  return { archive, kind: 'vector', maxZoom, layers: new Set(layers?.flatMap(({ id }) => id ?? [])) };
}
