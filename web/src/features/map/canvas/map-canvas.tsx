import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { MapContent, Point } from './map-content';
import styles from './map-canvas.module.css';

export interface MapCanvasProps {
  /** What the map shows, for those who cannot see it. A list beside it must say the same in words. */
  readonly label: string;
  readonly content: MapContent;
  /** The view is fitted to the content whenever this changes, and never otherwise. */
  readonly fitTo: string;
  readonly isClustered?: boolean;
  /** A click on the ground, or Enter for the middle of the map. */
  readonly onPick?: (point: Point) => void;
  readonly onOpen?: (markId: string) => void;
}

const Heavy = lazy(async () => ({ default: (await import('./maplibre-canvas')).MaplibreCanvas }));

/** A map, once its library has arrived. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <Suspense fallback={<Skeleton className={styles['frame'] ?? ''} />}>
      <Heavy {...props} />
    </Suspense>
  );
}
