export type SensitivityLevel = 'none' | 'personal' | 'graphic';

const LEVEL: Readonly<Record<SensitivityLevel, number>> = { none: 0, personal: 1, graphic: 2 };

/** Does the change take protection away from those who will look? */
export function isLowered(from: SensitivityLevel, to: SensitivityLevel): boolean {
  return LEVEL[to] < LEVEL[from];
}
