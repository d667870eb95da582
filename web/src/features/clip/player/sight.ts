/** How the picture is looked at: nothing of it changes the footage or what is noted of it. */
export interface Sight {
  readonly zoom: number;
  /** Where the picture is moved to, in parts of its own size; 0 is the middle. */
  readonly x: number;
  readonly y: number;
  /** Per cent. */
  readonly brightness: number;
  readonly contrast: number;
}

export const plainSight: Sight = { zoom: 1, x: 0, y: 0, brightness: 100, contrast: 100 };

const MOST = 8;
const STEP = 1.25;

/** Closer (`+1`) or farther (`-1`); back at the whole picture it lies in the middle again. */
export function zoomed(sight: Sight, by: 1 | -1): Sight {
  const wanted = by === 1 ? sight.zoom * STEP : sight.zoom / STEP;
  const zoom = wanted < 1.01 ? 1 : Math.min(MOST, wanted);
  return moved({ ...sight, zoom }, 0, 0);
}

/** Moves the picture, never past its edge. */
export function moved(sight: Sight, x: number, y: number): Sight {
  const room = (sight.zoom - 1) / 2 / sight.zoom;
  const held = (value: number) => (room === 0 ? 0 : Math.min(room, Math.max(-room, value)));
  return { ...sight, x: held(sight.x + x), y: held(sight.y + y) };
}

/** Styles for the picture; `soften` is the viewer's own filter. */
export function sightStyle(sight: Sight, soften: string): { transform?: string; filter?: string } {
  const { zoom, x, y, brightness, contrast } = sight;
  const filters = [
    soften,
    brightness === 100 ? '' : `brightness(${brightness}%)`,
    contrast === 100 ? '' : `contrast(${contrast}%)`,
  ].filter((part) => part !== '');
  return {
    ...(zoom === 1 ? {} : { transform: `scale(${zoom}) translate(${x * 100}%, ${y * 100}%)` }),
    ...(filters.length === 0 ? {} : { filter: filters.join(' ') }),
  };
}
