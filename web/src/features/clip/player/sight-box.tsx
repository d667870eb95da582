import { useRef, type PointerEvent, type ReactNode, type WheelEvent } from 'react';
import classes from './stage.module.css';
import { moved, zoomed, type Sight } from './sight';

interface Props {
  readonly sight: Sight;
  readonly onSight: (change: (sight: Sight) => Sight) => void;
  readonly isMovable: boolean;
  readonly children: ReactNode;
}

/** The frame around the picture: with the mouse, Ctrl and the wheel zoom and dragging moves; keys and buttons do the same. */
export function SightBox({ sight, onSight, isMovable, children }: Props) {
  const last = useRef<{ x: number; y: number } | null>(null);
  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    if (last.current === null) return;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - last.current.x, event.clientY - last.current.y];
    last.current = { x: event.clientX, y: event.clientY };
    onSight((old) => moved(old, x / width / sight.zoom, y / height / sight.zoom));
  };
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return;
    onSight((old) => zoomed(old, event.deltaY < 0 ? 1 : -1));
  };
  return (
    <div
      className={classes['box']}
      data-movable={isMovable}
      dir="ltr"
      onWheel={onWheel}
      onPointerDown={(event) => {
        if (!isMovable || event.target instanceof HTMLButtonElement) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        last.current = null;
      }}
    >
      {children}
    </div>
  );
}
