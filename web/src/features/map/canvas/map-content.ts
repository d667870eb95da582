export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** A form says what a mark is without its colour. */
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross' | 'star';
export type Tone =
  | 'claimed'
  | 'found'
  | 'embedded'
  | 'candidate'
  | 'agree'
  | 'disagree'
  | 'sun'
  | 'shadow'
  | 'unreviewed'
  | 'in_review'
  | 'disputed'
  | 'refuted'
  | 'verified'
  | 'inconclusive';

export interface MapMark extends Point {
  readonly id: string;
  readonly shape: Shape;
  readonly tone: Tone;
  /** Said, not found. */
  readonly isHollow?: boolean;
  /** Drawn beside the mark; may be a stranger's words. */
  readonly label?: string;
}

/** Rings of [longitude, latitude]; longitudes may pass 180 degrees, so that no ring is torn. */
export type Ring = readonly (readonly [number, number])[];

export interface MapArea {
  readonly rings: readonly Ring[];
  readonly tone: Tone;
}
export interface MapLine {
  readonly path: Ring;
  readonly tone: Tone;
  readonly isDashed?: boolean;
}
export interface MapArrow extends Point {
  readonly directionDeg: number;
  readonly tone: Tone;
}

/** All that a map shows above its ground. */
export interface MapContent {
  readonly marks: readonly MapMark[];
  readonly areas?: readonly MapArea[];
  readonly lines?: readonly MapLine[];
  readonly arrows?: readonly MapArrow[];
}
