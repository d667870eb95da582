import type { Tone } from './map-content';

export type Scheme = 'light' | 'dark';

interface Ground {
  readonly water: string;
  readonly land: string;
  readonly border: string;
  readonly words: string;
  readonly halo: string;
  readonly green: string;
  readonly road: string;
  readonly building: string;
}

export const grounds: Record<Scheme, Ground> = {
  light: {
    water: '#cfdde6',
    land: '#f6f5f1',
    border: '#8d8d86',
    words: '#3f3f3a',
    halo: '#ffffff',
    green: '#e3ebda',
    road: '#ffffff',
    building: '#dedbd2',
  },
  dark: {
    water: '#16222b',
    land: '#2a2d30',
    border: '#74797d',
    words: '#d3d6d8',
    halo: '#16181a',
    green: '#2a3229',
    road: '#4a4e52',
    building: '#393d41',
  },
};

/** Each has 3:1 against land and water of its theme (WCAG 2.2 §1.4.11). */
export const tones: Record<Scheme, Record<Tone, string>> = {
  light: {
    claimed: '#1c5fb0',
    found: '#0a6b52',
    embedded: '#7a3ea8',
    candidate: '#5c6166',
    agree: '#0a6b52',
    disagree: '#c02626',
    sun: '#a15c00',
    shadow: '#3a3a3a',
    unreviewed: '#5c6166',
    in_review: '#1c5fb0',
    disputed: '#b34700',
    refuted: '#c02626',
    verified: '#0a6b52',
    inconclusive: '#7a3ea8',
  },
  dark: {
    claimed: '#74b3ff',
    found: '#4fd1a8',
    embedded: '#cf9cf5',
    candidate: '#aeb4ba',
    agree: '#4fd1a8',
    disagree: '#ff8a8a',
    sun: '#ffc24d',
    shadow: '#cfcfcf',
    unreviewed: '#aeb4ba',
    in_review: '#74b3ff',
    disputed: '#ffa466',
    refuted: '#ff8a8a',
    verified: '#4fd1a8',
    inconclusive: '#cf9cf5',
  },
};
