/** How close both clips are looked at, and which part; one for both. `x` and `y` in per cent of the picture. */
export interface Look {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const zooms = [1, 2, 4] as const;
export const wholePicture: Look = { zoom: 1, x: 0, y: 0 };

export function zoomedTo(look: Look, zoom: number): Look {
  return held({ ...look, zoom });
}

/** A step moves by an eighth of what is seen. */
export function movedBy(look: Look, across: number, down: number): Look {
  const step = 12.5 / look.zoom;
  return held({ ...look, x: look.x + across * step, y: look.y + down * step });
}

/** Never past the edge of the picture. */
function held({ zoom, x, y }: Look): Look {
  const most = 50 - 50 / zoom;
  const within = (value: number) => Math.min(most, Math.max(-most, value)) + 0;
  return { zoom, x: within(x), y: within(y) };
}
