export interface CodedGeometry {
  readonly rotationDegrees: number;
  readonly sampleAspectRatio: { readonly num: number; readonly den: number };
}

export interface StoredGeometry {
  readonly pixelAspect: number;
  readonly quarterTurns: 0 | 1 | 2 | 3;
}

const WIDEST_PIXEL = 4;
const QUARTERS = [0, 1, 2, 3] as const;

/** How pictures are stored: pixels square, upright. What a player would not do either is left undone, with a warning. */
export function pictureGeometry({ rotationDegrees, sampleAspectRatio }: CodedGeometry): {
  geometry: StoredGeometry;
  warnings: string[];
} {
  const warnings: string[] = [];
  const stated = sampleAspectRatio.num / sampleAspectRatio.den;
  const isCredible = stated <= WIDEST_PIXEL && stated >= 1 / WIDEST_PIXEL;
  if (!isCredible) {
    const { num, den } = sampleAspectRatio;
    warnings.push(`A pixel shape of ${num}:${den} is not credible; pictures are stored as coded.`);
  }
  const turns = Math.round(rotationDegrees / 90);
  const isUpright = Math.abs(rotationDegrees - 90 * turns) < 1;
  if (!isUpright) {
    warnings.push(`A turn by ${rotationDegrees}° is not by quarters; pictures are stored unturned.`);
  }
  const quarterTurns = QUARTERS[isUpright ? turns % 4 : 0] ?? 0;
  return { geometry: { pixelAspect: isCredible ? stated : 1, quarterTurns }, warnings };
}
