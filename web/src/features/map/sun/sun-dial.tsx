import { useComputedColorScheme } from '@mantine/core';
import { tones } from '../canvas/palette';

interface Props {
  readonly label: string;
  readonly sun: { readonly azimuthDeg: number; readonly altitudeDeg: number };
  readonly shadow: { readonly directionDeg: number; readonly lengthRatio: number } | null;
  /** Letters of north, east, south and west. */
  readonly letters: readonly [string, string, string, string];
}

const R = 80;
/** Longer shadows are drawn to the rim. */
const LONGEST = 4;

/** As on a map, north at the top: the sun by direction and height, the shadow of something upright in the middle. */
export function SunDial({ label, sun, shadow, letters }: Props) {
  const colors = tones[useComputedColorScheme('light')];
  const isUp = sun.altitudeDeg > 0;
  const [sunX, sunY] = polar(sun.azimuthDeg, isUp ? R * (1 - sun.altitudeDeg / 90) : R + 8);
  const [tipX, tipY] = polar(
    shadow?.directionDeg ?? 0,
    shadow === null ? 0 : R * Math.min(1, shadow.lengthRatio / LONGEST),
  );
  return (
    <svg viewBox="-110 -110 220 220" width={180} height={180} role="img" aria-label={label}>
      <circle r={R} fill="none" stroke="var(--mantine-color-dimmed)" />
      <circle r={R / 2} fill="none" stroke="var(--mantine-color-default-border)" />
      {letters.map((letter, index) => {
        const [x, y] = polar(index * 90, R + 18);
        return (
          <text
            key={letter}
            x={x}
            y={y + 5}
            textAnchor="middle"
            fontSize="14"
            fill="var(--mantine-color-text)"
          >
            {letter}
          </text>
        );
      })}
      {isUp && <line x2={sunX} y2={sunY} stroke={colors.sun} strokeWidth="2" strokeDasharray="5 4" />}
      <circle
        cx={sunX}
        cy={sunY}
        r="9"
        fill={isUp ? colors.sun : 'none'}
        stroke={colors.sun}
        strokeWidth="3"
      />
      {shadow !== null && (
        <line x2={tipX} y2={tipY} stroke={colors.shadow} strokeWidth="6" strokeLinecap="round" />
      )}
      <circle r="5" fill="var(--mantine-color-text)" />
    </svg>
  );
}

function polar(directionDeg: number, reach: number): [number, number] {
  const angle = ((directionDeg - 90) * Math.PI) / 180;
  return [reach * Math.cos(angle), reach * Math.sin(angle)];
}
