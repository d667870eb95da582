import type { ReactNode } from 'react';
import styles from './clip-list.module.css';
import type { Tone } from './tones';

interface Props {
  readonly tone: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A few letters on a tinted ground. Plain elements: a row has up to ten of them, and rows are made while somebody scrolls. */
export function Mark({ tone, title, children }: Props) {
  return (
    <span
      className={styles['mark']}
      style={{ '--tone': `var(--mantine-color-${tone}-light)` } as object}
      title={title}
    >
      {children}
    </span>
  );
}
