import {
  addProtocol,
  AttributionControl,
  GeoJSONSource,
  Map as LibreMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import { contentLayers, contentSources } from './content-sources';
import { boundsOf } from './geometry';
import type { MapContent, Point, Shape, Tone } from './map-content';
import { arrowImage, markImage, MARK_PIXEL_RATIO, markImageName } from './mark-images';
import { groundStyle } from './map-style';
import { openOwnTiles, type OwnTiles } from './own-tiles';
import type { Scheme } from './palette';
import { loadWorld } from './world';

setWorkerUrl(workerUrl);
const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

/** A village is drawn with its surroundings; where there are only borders, many clips with their country. */
const CLOSEST_FIT = 13;
const CLOSEST_FIT_OF_BORDERS = 6;
const CLUSTERED_BELOW = 12;

export interface DeskMapOptions {
  readonly container: HTMLElement;
  readonly scheme: Scheme;
  readonly language: string;
  readonly tilesUrl: string | null;
  readonly isClustered: boolean;
  readonly attribution: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly onPick: (point: Point) => void;
  readonly onOpen: (markId: string) => void;
  readonly onZoom: (zoom: number) => void;
}

/** The map itself, apart from React: a ground, and content that may change as often as it likes. */
export class DeskMap {
  readonly #images = new Set<string>();
  #fittedTo: string | undefined;

  private constructor(
    private readonly map: LibreMap,
    private readonly scheme: Scheme,
    private readonly closestFit: number,
  ) {}

  /** @throws Error when the ground cannot be had, or the browser has no WebGL. */
  static async open(options: DeskMapOptions): Promise<DeskMap> {
    const [world, tiles] = await Promise.all([loadWorld(options.language), ownTiles(options.tilesUrl)]);
    const { scheme, language } = options;
    const map = new LibreMap({
      container: options.container,
      style: groundStyle({ scheme, language, world, tiles, attribution: options.attribution }),
      center: [20, 20],
      zoom: 1,
      minZoom: 0,
      maxZoom: 20,
      attributionControl: false,
      locale: { ...options.texts },
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      reduceMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
    map.addControl(new AttributionControl({ compact: false }), 'bottom-right');
    await new Promise<void>((resolve) => void map.once('style.load', () => resolve()));
    const closest = options.isClustered && tiles === null ? CLOSEST_FIT_OF_BORDERS : CLOSEST_FIT;
    const desk = new DeskMap(map, scheme, closest);
    desk.#lay(options.isClustered);
    desk.#listen(options);
    return desk;
  }

  /** @param fitTo the view is fitted to the content when this is another than before */
  show(content: MapContent, fitTo: string): void {
    const { marks, arrows = [] } = content;
    for (const { shape, tone, isHollow } of marks) this.#need(shape, tone, isHollow);
    for (const { tone } of arrows) this.#need('arrow', tone);
    for (const [name, data] of Object.entries(contentSources(content, this.scheme))) {
      const source = this.map.getSource(name);
      if (source instanceof GeoJSONSource) void source.setData(data);
    }
    if (this.#fittedTo !== fitTo) this.#fit(content);
    this.#fittedTo = fitTo;
  }

  #fit(content: MapContent): void {
    const bounds = boundsOf(content);
    if (bounds === null) return;
    this.map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], {
      padding: 48,
      maxZoom: this.closestFit,
      animate: false,
    });
  }

  /** Everything that was shown so far is on the screen. */
  async drawn(): Promise<void> {
    await new Promise<void>((resolve) => void this.map.once('idle', () => resolve()));
  }

  remove(): void {
    this.map.remove();
  }

  #lay(isClustered: boolean): void {
    for (const [name, data] of Object.entries(contentSources({ marks: [] }, this.scheme))) {
      const clustering =
        isClustered && name === 'marks' ? { cluster: true, clusterMaxZoom: CLUSTERED_BELOW } : {};
      this.map.addSource(name, { type: 'geojson', data, ...clustering });
    }
    for (const layer of contentLayers(this.scheme)) this.map.addLayer(layer);
  }

  #listen({ container, onPick, onOpen, onZoom }: DeskMapOptions): void {
    const { map } = this;
    map.on('click', (event) => {
      const [hit] = map.queryRenderedFeatures(event.point, { layers: ['marks', 'clusters'] });
      const properties = (hit?.properties ?? {}) as { id?: string; cluster_id?: number };
      if (properties.cluster_id !== undefined) void this.#openCluster(properties.cluster_id, event.lngLat);
      else if (properties.id !== undefined) onOpen(properties.id);
      else {
        const { lat, lng } = event.lngLat.wrap();
        onPick({ lat, lon: lng });
      }
    });
    map.on('zoomend', () => onZoom(map.getZoom()));
    container.addEventListener('keydown', (event) => {
      // The page's own keys (frame stepping) must not move while the map does.
      if (/^(Arrow.*|[-+=]|Enter)$/.test(event.key)) event.stopPropagation();
      if (event.key !== 'Enter' || event.target !== map.getCanvas()) return;
      const { lat, lng } = map.getCenter().wrap();
      onPick({ lat, lon: lng });
    });
  }

  async #openCluster(id: number, at: { lng: number; lat: number }): Promise<void> {
    const source = this.map.getSource('marks');
    if (!(source instanceof GeoJSONSource)) return;
    const zoom = await source.getClusterExpansionZoom(id);
    this.map.easeTo({ center: [at.lng, at.lat], zoom });
  }

  #need(shape: Shape | 'arrow', tone: Tone, isHollow = false): void {
    const name = markImageName(shape, tone, isHollow);
    if (this.#images.has(name)) return;
    this.#images.add(name);
    const { scheme } = this;
    const image = shape === 'arrow' ? arrowImage(tone, scheme) : markImage({ shape, tone, isHollow }, scheme);
    this.map.addImage(name, image, { pixelRatio: MARK_PIXEL_RATIO });
  }
}

/** Tiles that cannot be read are as good as none: the borders stay. */
async function ownTiles(url: string | null): Promise<OwnTiles | null> {
  if (url === null) return null;
  try {
    const tiles = await openOwnTiles(url);
    protocol.add(tiles.archive);
    return tiles;
  } catch (error) {
    console.warn('own map tiles are not shown', error);
    return null;
  }
}
