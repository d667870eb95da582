import type { Shape } from './map-content';

/** The side of the square in which every shape is drawn. */
export const SHAPE_SIZE = 40;

type Corner = readonly [x: number, y: number];

const round = (corners: number, reach: (corner: number) => number): Corner[] =>
  Array.from({ length: corners }, (_, corner) => {
    const angle = (corner * 2 * Math.PI) / corners - Math.PI / 2;
    return [20 + reach(corner) * Math.cos(angle), 20 + reach(corner) * Math.sin(angle)];
  });

/** The same outlines on the map, in legends and in lists. */
export const shapeCorners: Readonly<Record<Shape, readonly Corner[]>> = {
  circle: round(32, () => 13),
  square: [
    [8, 8],
    [32, 8],
    [32, 32],
    [8, 32],
  ],
  diamond: round(4, () => 17),
  triangle: [
    [20, 5],
    [36, 33],
    [4, 33],
  ],
  cross: [
    ...([
      [9, 4],
      [20, 15],
      [31, 4],
      [36, 9],
      [25, 20],
      [36, 31],
    ] as const),
    ...([
      [31, 36],
      [20, 25],
      [9, 36],
      [4, 31],
      [15, 20],
      [4, 9],
    ] as const),
  ],
  star: round(10, (corner) => (corner % 2 === 0 ? 18 : 8)),
};
